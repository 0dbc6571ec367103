### The explanation of a term.

why-open = Why this date
why-head = { $actor }: { $term }, par. { $paragraph } of the Rules
why-term-working =
    { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    }
why-term-calendar =
    { $days ->
        [one] { $days } calendar day
       *[other] { $days } calendar days
    }
why-no-term = no term is set
why-due = The last day: { $date }
why-no-due = There is no legal last day
why-calendar = Calendar of working days: { $version }
why-target = Our own aim: { DATE($date) }
why-reading = Reading taken: { $reading } ({ $name })
why-day-named = { $why }: { $name }
