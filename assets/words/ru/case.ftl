### Дело: проверки, заявление, действия.

case-number = Заявление № { $number }
case-iin = ИИН
case-phone = Телефон
case-profession = Профессия
case-centre = Центр признания
case-price = Цена · возместят
case-stage = Этап
case-owner = Ведёт
case-who = Претендент
case-term = Срок
case-previous = Предыдущее дело
case-next = Следующее дело
case-position = { NUMBER($index) } из { NUMBER($of) }
case-other-acts = Другие действия
case-papers = Бумаги
case-forward = Направить в ЦТМ
case-forward-title = Направить заявление в центр трудовой мобильности?
case-forward-about = После отправки карьерный центр уже не сможет менять проверки.
case-forward-confirm = Направить
case-forwarded = Заявление № { $number } направлено
case-refuse = Отказать…
case-open-refusal = Открыть отказ
case-not-now = На этом этапе нельзя
case-parts = Части дела
case-checks = Проверки
case-attention = Требуют внимания: { $count }
case-calm = Проверено программой, замечаний нет: { $count }
case-form = Заявление
case-timeline = Ход дела
case-meter = { NUMBER($pass) } из { NUMBER($total) }
case-meter-long = { NUMBER($pass) } из { NUMBER($total) } соответствуют
case-meter-trouble = с замечаниями: { NUMBER($count) }
case-zero = Поступило { DATE($date) }, этот день не считается.
case-left =
    Осталось закрыть { $count ->
        [one] { $count } проверку
        [few] { $count } проверки
       *[many] { $count } проверок
    }
case-returned = Возвращено руководителем: { $comment }
case-verdict-pass = соответствует
case-verdict-fail = не соответствует
case-verdict-warn = обратите внимание
case-verdict-human = решает человек
case-verdict-not-applicable = не применимо
case-automatic = Проверено программой
case-decision = Решение по проверке
case-say-pass = Соответствует
case-say-fail = Не соответствует
case-say-not-applicable = Не применимо
case-reason = Что установлено
case-reason-hint = Запишите факт, который виден из документа; он войдёт в текст отказа
case-record = Записать решение
case-recorded = Решение записано
case-none-waiting = Проверок, которые ждут решения, нет
case-decided = Решено: { $by }, { $at }
case-cleared-by = Решает: { $who }
case-gates = Проверила платформа НСК
case-gates-about = не основание для отказа
case-deadlines = Другие сроки дела
case-reveal = { $field }: показать полностью (запишется в журнал)
case-field-empty = не заполнено
case-confirmed = центр подтвердил
case-decided-here = решено здесь, центр ещё не подтвердил
