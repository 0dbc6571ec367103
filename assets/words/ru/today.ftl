### Сегодня: день в цифрах и дела, которые ждут.

today-title = Сегодня
today-day-off = Сегодня нерабочий день
today-whose = Чьи дела
today-mine = Мои
today-office = Весь центр
today-strips = Отбор по сроку
today-overdue = Просрочено
today-today = Сегодня
today-tomorrow = Завтра
today-later = Позже
today-waiting = Ждём центр
today-all = Все
today-expiring = Истекающие ваучеры
today-to-sign = На подпись
today-to-print = На печать
today-not-confirmed = Не подтверждено
today-next-due = Ближайший срок — { $date }
today-nothing-due = Дел со сроком нет
today-nothing-next = Дел, которые ждут вас, нет
