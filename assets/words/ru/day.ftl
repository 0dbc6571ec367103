### Почему день считается или нет.

day-day-zero = день события, не считается
day-working = рабочий день
day-weekend = выходной
day-holiday = праздник
day-substitute = выходной за праздник
day-transfer = перенесённый выходной
day-religious = религиозный праздник
day-working-weekend = рабочий выходной
day-calendar = календарный день
