### Rules and calendar.

calendar-title = Rules and calendar
calendar-year-back = Previous year
calendar-year-next = Next year
calendar-working-days =
    { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    }
calendar-days-off = Holidays and transfers
calendar-today = today
calendar-estimated = estimated
calendar-calculator = Calculator of a term
calendar-event = Day of the event
calendar-event-hint = dd.mm.yyyy, this day is not counted
calendar-no-such-day = There is no such day
calendar-term = Working days
calendar-editions = Editions of the Rules
calendar-from = from { DATE($date) }
calendar-parameters = Parameters and readings ({ NUMBER($count) })
calendar-paragraphs = Paragraphs in our words ({ NUMBER($count) })
