### Объяснение срока.

why-open = Почему эта дата
why-head = { $actor }: { $term }, п. { $paragraph } Правил
why-term-working =
    { $days ->
        [one] { $days } рабочий день
        [few] { $days } рабочих дня
       *[many] { $days } рабочих дней
    }
why-term-calendar =
    { $days ->
        [one] { $days } календарный день
        [few] { $days } календарных дня
       *[many] { $days } календарных дней
    }
why-no-term = срок не установлен
why-due = Последний день — { $date }
why-no-due = Последнего дня по закону нет
why-calendar = Календарь рабочих дней: { $version }
why-target = Наша внутренняя цель — { DATE($date) }
why-reading = Принятое прочтение: { $reading } ({ $name })
why-day-named = { $why }: { $name }
