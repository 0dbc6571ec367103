### Журнал действий.

journal-title = Журнал действий
journal-count =
    { $count ->
        [one] { $count } событие
        [few] { $count } события
       *[many] { $count } событий
    }
journal-verify = Проверить цепочку
journal-verifying = Проверяем…
journal-sound = Журнал цел: событий — { NUMBER($events) }, вложений — { NUMBER($attachments) }.
journal-broken = Цепочка журнала нарушена. Ничего не удаляйте и сообщите администратору.
journal-empty = Журнал пока пуст
journal-col-when = Когда
journal-col-who = Кто
journal-col-what = Что произошло
journal-col-case = Дело
journal-col-hash = Звено цепочки
journal-newer = Новее
journal-older = Старее
journal-range = { NUMBER($from) }–{ NUMBER($until) } из { NUMBER($total) }
