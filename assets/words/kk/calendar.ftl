### Қағидалар мен күнтізбе.

calendar-title = Қағидалар мен күнтізбе
calendar-year-back = Алдыңғы жыл
calendar-year-next = Келесі жыл
calendar-working-days = { $days } жұмыс күні
calendar-days-off = Мерекелер мен ауыстырулар
calendar-today = бүгін
calendar-estimated = болжам
calendar-calculator = Мерзім есептеу
calendar-event = Оқиға күні
calendar-event-hint = кк.аа.жжжж, бұл күн есептелмейді
calendar-no-such-day = Мұндай күн жоқ
calendar-term = Жұмыс күндері
calendar-editions = Қағидалардың редакциялары
calendar-from = { DATE($date) } бастап
calendar-parameters = Параметрлер мен түсіндірулер ({ NUMBER($count) })
calendar-paragraphs = Тармақтар біздің сөзімізбен ({ NUMBER($count) })
