### Список заявлений.

queue-title = Заявления
queue-grid = Список дел
queue-col-deadline = Срок по закону
queue-col-todo = Что сделать
queue-col-who = Кто
queue-col-profession = Профессия и центр признания
queue-col-checks = Проверки
queue-col-owner = Ведёт
queue-profession = { $profession }, { NUMBER($level) }-й уровень
queue-group-overdue = Просрочено
queue-group-today = Срок сегодня
queue-group-tomorrow = Срок завтра
queue-group-later = На этой неделе и позже
queue-group-waiting = Ждём центр признания — срок Правилами не установлен
queue-group-expiring = Истекающие ваучеры
queue-group-to-sign = На подпись
queue-group-to-print = На печать
queue-group-not-confirmed = Не подтверждено центром
queue-find = ФИО, ИИН, телефон, № ваучера или акта
queue-centre = Центр признания
queue-centre-any = Центр признания: любой
queue-clear = Снять отбор
queue-count =
    { $count ->
        [one] { $count } запись
        [few] { $count } записи
       *[many] { $count } записей
    }
queue-dense = Плотные строки
queue-roomy = Просторные строки
queue-none = Ничего не нашлось
queue-none-text = По запросу «{ $text }» записей нет. Попробуйте снять отбор.
queue-empty = Всё сделано
queue-empty-title = Заявлений пока нет
queue-empty-about = Примите первое: нажмите «Принять заявление» или перетащите папку в окно.
queue-excel = Реестры
queue-register-applications = Реестр заявлений, Excel
queue-register-refusals = Реестр отказов, Excel
queue-register-vouchers = Реестр ваучеров, Excel
queue-register-payments = Реестр выплат, Excel
queue-register-saved = Сохранено: { $path }, строк: { $rows }
queue-closed = Закрытые
queue-order = Порядок
queue-order-fatal = По сроку
queue-order-received = По поступлению
queue-order-name = По фамилии
queue-hint-row = строка
queue-hint-open = открыть
queue-hint-next = самое срочное
queue-hint-filter = отбор
queue-hint-command = команда
queue-hint-keys = все клавиши
queue-peek = Выбранное дело
queue-peek-suggested = Самое срочное
queue-peek-next = Дальше
queue-peek-open = Открыть дело
