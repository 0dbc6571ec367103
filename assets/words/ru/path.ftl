### Путь дела: шаги.

path-title = Путь дела
path-done = пройдено
path-current = сейчас здесь
path-ahead = впереди
path-no-term = срока нет
path-term =
    { $days ->
        [one] { $days } раб. день
        [few] { $days } раб. дня
       *[many] { $days } раб. дней
    }
path-term-calendar =
    { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
path-paragraph = п. { $paragraph }
path-received = Поступило
path-review = Проверка
path-refusal = Отказ
path-mobility-centre = В центр
path-recognition-centre = Ответ центра
path-voucher = Ваучер
path-use = Процедура
path-protocol = Протокол
path-act = Акт
path-payment = Выплата
