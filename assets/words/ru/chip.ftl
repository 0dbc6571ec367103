### Слова плашки срока.

chip-overdue =
    Просрочено на { $days ->
        [one] { $days } раб. день
        [few] { $days } раб. дня
       *[many] { $days } раб. дней
    }
chip-today = Сегодня
chip-today-until = Сегодня до { $time }
chip-tomorrow = Завтра, { $date }
chip-tomorrow-plain = Завтра
chip-later =
    { $days ->
        [one] { $days } раб. день
        [few] { $days } раб. дня
       *[many] { $days } раб. дней
    } — до { $date }
chip-waiting =
    Ждём { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }, нормы нет
chip-met = Исполнено в срок
chip-nothing = Сроков нет
chip-no-term = Срок Правилами не установлен
chip-tape = Срок идёт со дня после { DATE($from) } по { DATE($until) }
