### Күннің есептелу себептері.

day-day-zero = оқиға күні, есептелмейді
day-working = жұмыс күні
day-weekend = демалыс
day-holiday = мереке
day-substitute = мереке үшін демалыс
day-transfer = ауыстырылған демалыс
day-religious = діни мереке
day-working-weekend = жұмыс күніне айналған демалыс
day-calendar = күнтізбелік күн
