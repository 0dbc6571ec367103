### Ошибки в файлах данных права: календарь, редакция, МРП.

data-fault-shape = { $place }: это не JSON ожидаемой формы: { $detail }
data-fault-format = { $place }: номер формата { $found }, программа знает { $known }; обновите программу
data-fault-empty = { $place }: пусто; заполните
data-fault-twice = { $place }: «{ $value }» встречается дважды; оставьте одно
data-fault-no-such-day = { $place }: дня { $value } не бывает (месяц-день)
data-fault-ends-before-it-begins = { $place }: конец раньше начала; проверьте годы
data-fault-language-missing = { $place }: нет текста на одном из трёх языков; заполните kk, ru, en
data-fault-year-out-of-range = { $place }: год { $value } невозможен
data-fault-other-year = { $place }: день { $value } не из { $year } года
data-fault-already-weekend = { $place }: { $value } и так выходной; укажите рабочий день
data-fault-not-weekend = { $place }: { $value } не выходной; нужна суббота или воскресенье
data-fault-year-not-known = { $place }: { $value } года нет в календаре; сначала добавьте год
data-fault-no-years = { $place }: нет ни одного года
data-fault-gap = { $place }: перед { $value } годом пропуск; годы должны идти подряд
data-fault-missing = { $place }: нет даты «{ $value }»; добавьте
data-fault-not-known = { $place }: «{ $value }» — неизвестное имя
data-fault-words-and-state = { $place }: текст пункта { $value } не соответствует его состоянию
data-fault-out-of-range = { $place }: { $value } вне допустимых границ
data-fault-order = { $place }: { $value } нарушает порядок дат; пишите от старых к новым
data-fault-bank-code = { $place }: «{ $value }» — не код банка; нужны три цифры
data-fault-none-confirmed = { $place }: нет ни одной подтверждённой редакции
