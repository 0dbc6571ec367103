### Бумаги на подпись.

sign-title = На подпись
sign-count =
    { $count ->
        [one] { $count } бумага
        [few] { $count } бумаги
       *[many] { $count } бумаг
    }
sign-empty = Подписывать нечего
sign-empty-about = Когда специалист отправит отказ, он появится здесь.
sign-approve = Подписать
sign-approve-marked = Подписать отмеченные ({ NUMBER($count) })
sign-return = Вернуть
sign-mark = Отметить: { $name }
sign-done = Подписано: { NUMBER($count) }
sign-returned = Возвращено специалисту
sign-ask-title = Подписать отказ?
sign-ask-about = После подписи отказ становится решением, изменить его можно только новым событием.
sign-return-title = Вернуть специалисту
sign-return-comment = Что исправить
sign-return-hint = Комментарий увидит специалист в деле
sign-return-empty = Напишите, что исправить
sign-summary = Основания и проверки
sign-received = Поступило { DATE($date) }
sign-drafted-by = Подготовлено: { $name }
sign-changed = Текст изменён вручную
sign-remarks = Замечания
sign-open-case = Открыть дело
