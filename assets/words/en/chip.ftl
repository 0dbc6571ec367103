### Words of the deadline chip.

chip-overdue =
    { $days ->
        [one] Overdue by { $days } working day
       *[other] Overdue by { $days } working days
    }
chip-today = Today
chip-today-until = Today until { $time }
chip-tomorrow = Tomorrow, { $date }
chip-tomorrow-plain = Tomorrow
chip-later =
    { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    } — until { $date }
chip-waiting =
    { $days ->
        [one] Waiting { $days } day, no term
       *[other] Waiting { $days } days, no term
    }
chip-met = Done in time
chip-nothing = No term runs
chip-no-term = The Rules set no term
chip-tape = The term runs from the day after { DATE($from) } until { DATE($until) }
