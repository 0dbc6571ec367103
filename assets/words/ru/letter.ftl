### Редактор отказа.

letter-title = Мотивированный отказ
letter-grounds = Основания
letter-included = включено { NUMBER($count) } из { NUMBER($total) }
letter-clean = Замечаний нет
letter-remarks =
    { $count ->
        [one] { $count } замечание
        [few] { $count } замечания
       *[many] { $count } замечаний
    }
letter-stops =
    Подписать мешает { $count ->
        [one] { $count } замечание
        [few] { $count } замечания
       *[many] { $count } замечаний
    }
letter-kk = Текст на казахском
letter-ru = Текст на русском
letter-restore = Вернуть текст программы
letter-preview = Как будет напечатано
letter-saved = Сохранено
letter-changed = Изменено, сохраняем…
letter-saving = Сохраняем…
letter-send = На подпись
letter-sent = Отказ отправлен руководителю на подпись
letter-send-title = Отправить отказ на подпись?
letter-send-about = Все основания указываются сразу. До подписи руководителя отказ остаётся черновиком.
letter-part-explanation = Пояснение (например, почему пропущен срок)
letter-part-hearing = Заслушивание
letter-part-appeal = Порядок обжалования
letter-texts = Тексты письма
