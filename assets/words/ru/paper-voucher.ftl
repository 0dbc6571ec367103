# Единоразовый ваучер (п. 10 Правил).
paper-voucher-file-title = Единоразовый ваучер № { $number } от { $date }
paper-voucher-corrected-number = { $number } испр. { NUMBER($correction) }
paper-voucher-title = ЕДИНОРАЗОВЫЙ ВАУЧЕР
paper-voucher-subject = на признание профессиональной квалификации
paper-voucher-issued = Дата выдачи
paper-voucher-valid = Срок действия
paper-voucher-validity = { $through } ({ $days ->
    [one] { $days } календарный день
    [few] { $days } календарных дня
   *[many] { $days } календарных дней
} после дня выдачи)
paper-voucher-iin = ИИН претендента
paper-voucher-centre = Центр признания
paper-voucher-reference = Справочно
paper-voucher-name = Фамилия, имя, отчество
paper-voucher-profession = Профессия
paper-voucher-level = Уровень квалификации
paper-voucher-contacts = Адрес и телефон центра признания
paper-voucher-price = Стоимость процедуры
paper-voucher-reimbursed = Возмещается из бюджета (п. 14)
paper-voucher-own-share = Доплачивает получатель (п. 15)
paper-voucher-aid = Материальная помощь (п. 14, пп. 2)
paper-voucher-use = Предъявите ваучер в названном центре признания и начните процедуру не позднее последнего дня срока действия. Ваучер нельзя передать другому лицу или использовать в другом центре.
paper-voucher-lapse = Неиспользованный ваучер аннулируется автоматически (пункт 11 Правил). На время нетрудоспособности, указанное в листе временной нетрудоспособности, срок продлевается: разместите копию листа в личном кабинете на цифровой платформе НСК (пункты 12 и 13).
paper-voucher-correction = Исправленный экземпляр ваучера № { $number } { $dated }. Исправлено: { $reason }.
