### Печать: пакет дня.

print-title = Печать
print-about =
    { $title }, { $pages ->
        [one] { $pages } страница
        [few] { $pages } страницы
       *[many] { $pages } страниц
    }
print-printer = Принтер
print-copies = Экземпляров
print-copies-count = { NUMBER($count) } экз.
print-default = по умолчанию
print-not-accepting = не принимает заданий
print-no-printer = Принтер не найден. Бумагу можно сохранить в PDF и напечатать с другого компьютера.
print-day-title = Пакет дня
print-waiting = Ждут печати: { NUMBER($count) }
print-empty = Сегодня печатать нечего
print-empty-about = Подписанные отказы, ваучеры и акты собираются здесь.
print-take = Включить в пакет
print-take-one = Включить в пакет: { $title }, { $name }
print-col-paper = Бумага
print-col-who = Кто
print-col-state = Состояние
print-col-acts = Действия
print-came = Вышло
print-not-came = Ещё раз
print-look = Посмотреть: { $title }, { $name }
print-batch = Напечатать пакет
print-batch-count = Напечатать пакет ({ NUMBER($count) })
print-nothing-chosen = Ничего не выбрано
print-sent = Отправлено на принтер: { NUMBER($count) }. Отметьте, что вышло.
print-preview = Пакет: лист-обложка и бумаги
print-save-instead = Сохранить и открыть папку
