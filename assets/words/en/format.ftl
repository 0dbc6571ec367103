## Days and spans: common to all screens and papers.

format-working-days =
    { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    }
format-calendar-days =
    { $days ->
        [one] { $days } calendar day
       *[other] { $days } calendar days
    }
format-from-to = from { DATE($from) } to { DATE($to) }
format-until = until { DATE($date) }
