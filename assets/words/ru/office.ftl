### Данные офиса.

office-email-wrong = В адресе почты нужен один знак @ и домен с точкой
office-title = Данные офиса
office-about = Стоят в шапке бумаг, в клетках акта и в строках подписи. Каждое изменение записывается в журнал.
office-save = Сохранить
office-saved = Данные офиса сохранены
office-career-centre = Карьерный центр
office-mobility-centre = Центр трудовой мобильности
office-name-kk = Полное наименование на казахском
office-name-ru = Полное наименование на русском
office-address-kk = Адрес на казахском
office-address-ru = Адрес на русском
office-bin = БИН
office-bin-hint = Двенадцать цифр
office-iban = Счёт (ИИК)
office-iban-hint = Двадцать знаков, начиная с KZ
office-phone = Телефон
office-email = Электронная почта
office-head = Руководитель
office-signatories = Подписанты
office-signatories-about = Если решение принял человек из этого списка, на бумаге стоит его должность отсюда.
office-position-kk = Должность на казахском
office-position-ru = Должность на русском
office-official-name = Фамилия, имя, отчество
office-signatory-add = Добавить подписанта
office-signatory-remove = Убрать: { $name }
