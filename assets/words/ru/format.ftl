## Дни и промежутки: общие для всех экранов и бумаг.

format-working-days =
    { $days ->
        [one] { $days } рабочий день
        [few] { $days } рабочих дня
       *[many] { $days } рабочих дней
    }
format-calendar-days =
    { $days ->
        [one] { $days } календарный день
        [few] { $days } календарных дня
       *[many] { $days } календарных дней
    }
format-from-to = с { DATE($from) } по { DATE($to) }
format-until = до { DATE($date) }
