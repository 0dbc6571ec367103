### Правила и календарь.

calendar-title = Правила и календарь
calendar-year-back = Предыдущий год
calendar-year-next = Следующий год
calendar-working-days =
    { $days ->
        [one] { $days } рабочий день
        [few] { $days } рабочих дня
       *[many] { $days } рабочих дней
    }
calendar-days-off = Праздники и переносы
calendar-today = сегодня
calendar-estimated = предварительно
calendar-calculator = Расчёт срока
calendar-event = День события
calendar-event-hint = дд.мм.гггг, этот день не считается
calendar-no-such-day = Такого дня нет
calendar-term = Рабочих дней
calendar-editions = Редакции Правил
calendar-from = с { DATE($date) }
calendar-parameters = Параметры и прочтения ({ NUMBER($count) })
calendar-paragraphs = Пункты нашими словами ({ NUMBER($count) })
