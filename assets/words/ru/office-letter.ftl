### Постоянный текст писем.

office-letter-paragraph = п. { $paragraph } Правил
office-letter-position-supervisor = Руководитель карьерного центра
office-letter-position-mobility = Руководитель центра трудовой мобильности
office-letter-late-sheet = Лист временной нетрудоспособности поступил после аннулирования, а нетрудоспособность началась в сроке ваучера.
office-letter-timely-use = Доказательство своевременного использования ваучера поступило позже.
office-letter-service = Признание профессиональной квалификации по профессии «{ $profession }»
office-letter-service-of-level = Признание профессиональной квалификации по профессии «{ $profession }», уровень { $level }
office-letter-unit-person = человек
office-letter-venue-remote = дистанционно
office-letter-hand-out-where = В личном кабинете на цифровой платформе. Поможет { $office }.
office-letter-hand-out-contact = По вопросам обращайтесь: { $name }, { $office }.
office-letter-hand-out-education = Копия документа об образовании
office-letter-hand-out-work = Копия документа о работе, достаточно одного: { $kinds }
office-letter-hand-out-account = Номер 20-значного счёта: он нужен, если экзамен в другом регионе
office-letter-hand-out-signature = Электронная цифровая подпись
