### Акты оказанных услуг.

services-by-protocol = По дате протокола ({ DATE($date) }) — { MONEY($sum) }
services-by-issue = По дате выдачи ваучера ({ DATE($date) }) — { MONEY($sum) }
services-by-payment = По дате оплаты ({ DATE($date) }) — { MONEY($sum) }
services-own-words = { $text }
services-title = Акты оказанных услуг
services-which = Какие акты
services-open = Открытые
services-closed = Оплаченные
services-count = 
    { $count ->
        [one] { $count } акт
        [few] { $count } акта
       *[many] { $count } актов
    }
services-enter = Внести акт
services-new = Внесение акта
services-awaited = Центры признания, от которых ждём акт
services-vouchers = 
    { $count ->
        [one] { $count } ваучер
        [few] { $count } ваучера
       *[many] { $count } ваучеров
    }
services-bin = БИН { $bin }
services-no-bin = БИН в ваучере нет
services-empty = Открытых актов нет
services-empty-closed = Оплаченных актов нет
services-empty-about = Акт центра признания вносится по ваучерам, у которых записан протокол комиссии.
services-col-term = Срок по закону
services-col-act = Акт
services-col-centre = Центр признания
services-col-state = Состояние
services-col-persons = Лиц
services-col-cost = По акту
services-col-reimbursed = К возмещению
services-act = Акт № { $number }
services-drawn = от { DATE($date) }
services-received = получен { DATE($date) }
services-state-draft = Черновик
services-state-received = Получен, проверяется
services-state-accepted = Принят, к оплате
services-state-returned = Возвращён
services-state-closed = Оплачен
services-tick-all = Отметить все
services-tick-one = Включить в акт: { $name }, ваучер № { $voucher }
services-col-voucher = Ваучер и претендент
services-col-profession = Профессия и протокол
services-col-price = Цена, ₸
services-col-own = Доплата, ₸
services-col-due = Возместим, ₸
services-level = { $level }-й уровень
services-protocol = № { $number }, { DATE($date) }
services-passed = признана
services-failed = не признана
services-profile-social = социально-гуманитарный профиль
services-profile-technical = технический профиль
services-price-of = Цена центра: { $name }
services-cap = Предел возмещения — { MONEY($cap) }
services-aid = помощь лицу { MONEY($sum) }
services-checks = Проверка акта
services-paragraph = п. { $paragraph } Правил
services-returns = акт возвращается
services-told = к сведению
services-total-persons = Лиц
services-total-cost = Итого по акту
services-total-own = Доплата лиц
services-total-aid = Помощь лицам
services-total-due = К возмещению
services-in-words = Сумма к возмещению прописью
services-was-returned = акт № { $number } возвращён
services-entered = Акт № { $number } внесён, лиц: { NUMBER($count) }
services-centre = Исполнитель — центр признания
services-centre-choose = Выберите центр признания
services-none-wait = У этого центра нет ваучеров, ожидающих акта
services-number = Номер акта
services-drawn-on = День составления
services-received-on = День получения
services-accepted-on = День приёмки
services-returned-on = День возврата
services-centre-bin = БИН центра
services-term = Срок
services-appendix = Приложение 2 к Правилам
services-paper = Какая бумага
services-paper-act = Акт
services-paper-persons = Список лиц
services-paper-return = Возврат
services-accept = Принять акт
services-return = Вернуть…
services-accepted = Акт № { $number } принят
services-returned = Акт № { $number } возвращён
services-cannot-accept = Принять нельзя: { $why }
services-accept-title = Принять акт № { $number }
services-accept-about = Суммы закрепляются: лиц — { NUMBER($count) }, центру — { MONEY($sum) }. Потом их не изменить.
services-signature-seen = Подпись центра признания под актом проверена
services-return-title = Вернуть акт № { $number }
services-return-about = Все замечания уходят одним письмом. Новый срок оплаты пойдёт со дня повторного получения акта.
services-return-found = Найдено проверкой
services-return-paper = Видно по самой бумаге
services-return-own = Своими словами
services-return-text = Замечание
services-return-whom = О ком
services-return-whole = Об акте в целом
services-return-more = Ещё одно замечание
services-return-count = Замечаний: { NUMBER($count) }
