### Реестры офиса в окне.

registers-title = Реестры
registers-which = Какой реестр
registers-applications = Журнал заявлений
registers-refusals = Реестр отказов
registers-vouchers = Реестр ваучеров
registers-payments = Реестр выплат
registers-from = С даты
registers-to = По дату
registers-filter = Фильтр
registers-filter-about = Тот же, что в списке заявлений.
registers-text = ФИО, ИИН, телефон, № ваучера или акта
registers-closed = Вместе с закрытыми делами
registers-mine = Только то, что ждёт меня
registers-drop = Убрать
registers-excel = В Excel
registers-saved = Сохранено: { $path }
