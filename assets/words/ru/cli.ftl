## Командная строка tanu-cli: справка, ответы и отказы от негодных данных.

cli-about = Правила ваучеров без окна: сроки, даты, номера, суммы и проверки

cli-help-usage = вызов
cli-help-commands = Команды
cli-help-options = Параметры
cli-help-help = показать эту справку
cli-help-version = показать версию
cli-help-json = ответ в JSON
cli-help-language = язык ответа: kk, ru или en (по умолчанию язык системы)
cli-help-calendar = выходные и рабочие дни года
cli-help-calendar-year = год
cli-help-calendar-week = рабочая неделя офиса: 5 или 6 дней
cli-help-due = последний день срока в рабочих днях, по дням
cli-help-due-from = день события (ГГГГ-ММ-ДД) или момент по RFC 3339
cli-help-due-working-days = длина срока в рабочих днях
cli-help-due-edition = редакция Правил: A, B, C
cli-help-due-week = рабочая неделя офиса: 5 или 6 дней
cli-help-due-region = код региона, по часам которого берётся день
cli-help-iin = проверить ИИН
cli-help-iin-number = двенадцать цифр
cli-help-bin = проверить БИН
cli-help-bin-number = двенадцать цифр
cli-help-iban = проверить номер счёта
cli-help-iban-number = двадцать знаков, пробелы допустимы
cli-help-validity = последний день действия ваучера
cli-help-validity-issued = день выдачи
cli-help-validity-sheet = лист нетрудоспособности, можно несколько раз
cli-help-validity-edition = редакция Правил; без неё — подтверждённая на день выдачи
cli-help-validity-week = рабочая неделя офиса: 5 или 6 дней
cli-help-validity-region = код региона
cli-help-settle = возмещение, доля претендента и материальная помощь
cli-help-settle-profile = профиль профессии: social или technical
cli-help-settle-price = цена центра признания в тенге
cli-help-settle-protocol = день протокола
cli-help-settle-home = код региона постоянной регистрации
cli-help-settle-venue = код региона экзамена или remote
cli-help-settle-issued = день выдачи ваучера
cli-help-settle-paid = день оплаты
cli-help-settle-edition = редакция Правил
cli-help-allocate = распределить ваучеры между регионами на три года
cli-help-allocate-statistics = таблица csv со столбцами region,weight
cli-help-allocate-total = сколько ваучеров на все три года
cli-help-allocate-years = три года, например 2026..2028
cli-help-allocate-minimum = не меньше скольких каждому региону за три года

cli-usage-command-missing = Не указана команда; список команд покажет tanu-cli --help
cli-usage-command-unknown = Команды «{ $command }» нет; список команд покажет tanu-cli --help
cli-usage-missing = Не хватает обязательного: { $option }; добавьте и повторите
cli-usage-unknown = Параметр «{ $option }» здесь не предусмотрен; что можно, покажет --help
cli-usage-value = У параметра { $option } нет подходящего значения; что нужно, покажет --help
cli-usage-twice = Параметр { $option } указан дважды или спорит с другим; оставьте один
cli-usage-utf8 = Командная строка содержит знаки не в UTF-8; введите её заново

cli-bad-language = Язык «{ $value }» неизвестен (--language): напишите kk, ru или en
cli-bad-date = { $option }: «{ $value }» — не дата; напишите существующий день как ГГГГ-ММ-ДД
cli-bad-moment = { $option }: «{ $value }» — не дата и не момент; напишите 2025-10-14 или 2025-10-14T10:00:00+05:00
cli-bad-region = { $option }: региона «{ $value }» нет; двузначные коды КАТО: { $codes }
cli-bad-week = --week: «{ $value }» — не рабочая неделя; напишите 5 или 6
cli-bad-count = { $option }: «{ $value }» — не целое неотрицательное число; напишите цифрами, например 5
cli-bad-money = { $option }: «{ $value }» — не сумма в тенге: { $why }; напишите, например, 38400 или 38400.50
cli-bad-edition = --edition: редакции «{ $value }» нет; известны: { $known }
cli-bad-profile = --profile: профиль «{ $value }» неизвестен; напишите social или technical
cli-bad-year = «{ $value }» — не год; напишите четыре цифры, например 2026
cli-bad-years = --years: «{ $value }» — не три года подряд (пункт 18 Правил); напишите, например, 2026..2028
cli-bad-file = Файл { $file } не читается: { $reason }; проверьте путь и права
cli-bad-file-text = Файл { $file } — не текст в UTF-8; сохраните его в UTF-8

cli-money-empty = ничего не написано
cli-money-negative = сумма не бывает отрицательной
cli-money-not-digit = есть посторонний знак
cli-money-grouping = пробелы делят цифры только по три
cli-money-decimals = после запятой одна или две цифры
cli-money-too-large = сумма слишком велика

cli-year-unknown = Календарь { $value } года неизвестен: известны дни с { DATE($from) } по { DATE($to) }; добавьте год
cli-calendar-unknown = День { DATE($date) } вне известного календаря с { DATE($from) } по { DATE($to) }; добавьте год в календарь
cli-calendar-runs-out = Срок в { NUMBER($days) } рабочих дней от { DATE($from) } выходит за { DATE($to) }, конец известного календаря; добавьте год
cli-edition-none-on = На { DATE($date) } нет подтверждённой редакции Правил: первая действует с { DATE($first) }
cli-edition-not-at-hand = В редакции { $edition } неизвестен пункт { $paragraph }: его текста нет; укажите другую редакцию в --edition
cli-dates-out-of-range = Даты выходят за пределы календаря; проверьте годы
cli-mrp-unknown = МРП на { DATE($date) } неизвестен: есть значения с { DATE($from) } по { DATE($to) }

cli-calendar-title =
    { $year } год, { NUMBER($week) }-дневная неделя: { $days ->
        [one] { $days } рабочий день
        [few] { $days } рабочих дня
       *[many] { $days } рабочих дней
    }
cli-calendar-estimated = {" "}(дата расчётная)
cli-calendar-version = Календарь { $version }

cli-why-day-zero = день события, не считается
cli-why-working = рабочий день
cli-why-weekend = выходной
cli-why-holiday = праздник
cli-why-substitute = выходной за праздник
cli-why-transfer = перенос выходного
cli-why-religious = выходной по ТК
cli-why-working-weekend = рабочий выходной

cli-due-title = Последний день: { DATE($due) }, { $weekday }

cli-number-empty = Номер пуст.
cli-number-not-digit = Знак { NUMBER($place) } «{ $found }» — не цифра.
cli-number-length =
    { $found ->
        [one] В номере { $found } цифра, а нужно 12.
        [few] В номере { $found } цифры, а нужно 12.
       *[many] В номере { $found } цифр, а нужно 12.
    }
cli-number-check-digit = Контрольная цифра { NUMBER($found) } не сходится: должна быть { NUMBER($expected) }.
cli-number-never-issued = Такой номер не выдаётся: обе проверки контрольной цифры дают десять.
cli-iin-valid =
    ИИН верен: { $sex ->
        [male] мужчина
       *[female] женщина
    }, родился (родилась) { DATE($born) }.
cli-iin-valid-century = ИИН сходится, но седьмая цифра 0 не называет век и пол: проверьте документ.
cli-iin-century = Седьмая цифра { NUMBER($digit) } не назначена: бывает от 1 до 6.
cli-iin-date = Первые шесть цифр ({ $day }.{ $month }.{ $year }) — не дата рождения.
cli-bin-valid =
    БИН верен: { $owner ->
        [resident] резидент
        [non_resident] нерезидент
       *[joint_entrepreneurship] совместное предпринимательство
    }, { $unit ->
        [head_unit] головная организация
        [branch] филиал
        [representative_office] представительство
       *[peasant_farm] крестьянское хозяйство
    }, регистрация { $month }.
cli-bin-month = Месяца регистрации { $month } не бывает.
cli-bin-looks-like-iin = Пятая цифра похожа на день месяца: это ИИН человека, а не БИН.
cli-bin-owner = Пятая цифра { NUMBER($digit) } не назначена: бывает 4, 5 или 6.
cli-bin-unit = Шестая цифра { NUMBER($digit) } не назначена: бывает от 0 до 3.
cli-iban-valid = Счёт { $number } верен, банк: { $bank }.
cli-iban-valid-bank-unknown = Счёт { $number } верен; банк с кодом { $code } нам неизвестен, проверьте его.
cli-iban-changed-spaces = убраны пробелы
cli-iban-changed-lower-case = строчные буквы заменены прописными
cli-iban-changed-cyrillic = кириллические буквы заменены латинскими
cli-iban-empty = Номер счёта пуст.
cli-iban-letter = Знак { NUMBER($place) } «{ $found }» не бывает в номере счёта.
cli-iban-country = Номер начинается с «{ $found }», а должен с KZ.
cli-iban-length =
    { $found ->
        [one] В номере { $found } знак, а нужно 20.
        [few] В номере { $found } знака, а нужно 20.
       *[many] В номере { $found } знаков, а нужно 20.
    }
cli-iban-check-digits = После KZ должны стоять две цифры.
cli-iban-bank-code = Код банка должен состоять из трёх цифр.
cli-iban-checksum = Контрольные цифры не сходятся: в номере опечатка.

cli-validity-title = Последний день действия: { DATE($date) } (редакция { $edition })
cli-validity-extended =
    Без листов было бы { DATE($base) }; листы прибавили { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
cli-validity-annul = Аннулировать можно не раньше конца { DATE($date) }
cli-validity-annul-unknown = Календарь так далеко неизвестен: аннулировать нельзя, пока год не добавлен
cli-validity-unconfirmed = По данным СМИ уже действует редакция { $edition }: проверьте по базе «Әділет»
cli-sheet-counted = считается весь период
cli-sheet-begun-before-issue = начался до выдачи: считаются дни после неё
cli-sheet-overlaps = часть дней уже учтена другим листом
cli-sheet-within-others = все дни уже учтены другими листами
cli-sheet-before-issue = закончился до начала действия
cli-sheet-after-last-day = начался после последнего дня
cli-sheet-reached-by-others = успевает только потому, что другие листы сдвинули последний день
cli-sheet-late = поступил поздно, посмотрите сами
cli-sheet-after-lapse = поступил после истечения: ваучер восстанавливают
cli-sheet-ends-before = --sheet: лист заканчивается { DATE($to) } раньше, чем начинается { DATE($from) }; проверьте даты
cli-sheet-shape = --sheet: «{ $value }» — не лист; напишите 2025-10-01..2025-10-10 или 2025-10-01..2025-10-10@2025-10-13

cli-basis-protocol = протокол
cli-basis-issue = выдача
cli-basis-payment = оплата
cli-settle-mrp = МРП { MONEY($mrp) } на { DATE($date) } ({ $basis })
cli-settle-reimbursed = Центру возмещается { MONEY($reimbursed) } (предел { MONEY($cap) }, пункт 14(1))
cli-settle-claimant = Претендент доплачивает { MONEY($claimant) } (пункт 15)
cli-settle-aid = Материальная помощь { MONEY($aid) } (пункт 14(2))
cli-settle-aid-undecided = Материальная помощь не решена: укажите --home и --venue (пункт 14(2))
cli-settle-alternative = Иначе, { $basis } { DATE($date) }: МРП { MONEY($mrp) }, центру { MONEY($reimbursed) }, претендент { MONEY($claimant) }, помощь { MONEY($aid) }
cli-settle-unknown = Иначе, { $basis } { DATE($date) }: МРП на эту дату ещё неизвестен
cli-settle-unverified = Это значение МРП не проверено по закону о бюджете: сверьте перед оплатой
cli-settle-basis-missing = По этой редакции МРП берётся на дату «{ $basis }», а она не указана; добавьте её

cli-allocate-title = Распределено { NUMBER($total) } ваучеров по наибольшему остатку
cli-allocate-weight = вес
cli-allocate-missing = Нет строк для регионов: { $codes }
cli-allocate-minimum = --minimum: { NUMBER($regions) } регионов по { NUMBER($minimum) } больше, чем всего { NUMBER($total) }; уменьшите минимум
cli-statistics-header = { $file }, строка { NUMBER($line) }: нужен заголовок region,weight
cli-statistics-columns = { $file }, строка { NUMBER($line) }: нужны ровно два столбца, регион и вес
cli-statistics-region = { $file }, строка { NUMBER($line) }: региона «{ $found }» нет; нужен двузначный код КАТО
cli-statistics-weight = { $file }, строка { NUMBER($line) }: «{ $found }» — не вес; нужно неотрицательное число, до шести знаков после запятой
cli-statistics-twice = { $file }, строка { NUMBER($line) }: регион { $found } уже был; оставьте одну строку
cli-statistics-no-rows = { $file }, строка { NUMBER($line) }: нет ни одной строки с регионом
cli-statistics-all-zero = { $file }, строка { NUMBER($line) }: все веса нулевые, делить не по чему

## seal

cli-help-seal = проверить QR-код ваучера или отказа без сети
cli-help-seal-action = что сделать: verify
cli-help-seal-payload = текст кода; «-» — со стандартного ввода
cli-help-seal-keys = файл открытых ключей, полученный у центра трудовой мобильности

## verify, backup, restore, export, open-export, rekey
cli-help-verify = проверить базу, журнал, подписи и вложения
cli-help-verify-data = папка данных
cli-help-verify-login = логин того, кто открывает
cli-help-verify-password-file = файл с паролем (первая строка)
cli-help-verify-recovery = открыть кодом восстановления
cli-help-backup = проверенная копия всего в выбранную папку
cli-help-backup-data = папка данных
cli-help-backup-login = логин того, кто открывает
cli-help-backup-password-file = файл с паролем (первая строка)
cli-help-backup-recovery = открыть кодом восстановления
cli-help-backup-to = куда положить копию
cli-help-restore = восстановить копию или починить повреждённые данные
cli-help-restore-data = папка данных
cli-help-restore-login = логин того, кто открывает
cli-help-restore-password-file = файл с паролем (первая строка)
cli-help-restore-recovery = открыть кодом восстановления
cli-help-restore-from = папка копии
cli-help-restore-broken = починить из собственных копий
cli-help-export = выгрузить всё об одном человеке
cli-help-export-data = папка данных
cli-help-export-login = логин того, кто открывает
cli-help-export-password-file = файл с паролем (первая строка)
cli-help-export-recovery = открыть кодом восстановления
cli-help-export-iin = ИИН человека
cli-help-export-out = файл выгрузки
cli-help-export-passphrase-file = файл с парольной фразой (первая строка)
cli-help-open-export = открыть файл выгрузки
cli-help-open-export-file = файл выгрузки
cli-help-open-export-to = куда положить файлы
cli-help-open-export-passphrase-file = файл с парольной фразой (первая строка)
cli-help-rekey = сменить ключ данных
cli-help-rekey-data = папка данных
cli-help-rekey-login = логин того, кто открывает
cli-help-rekey-password-file = файл с паролем (первая строка)
cli-help-rekey-recovery = открыть кодом восстановления

## paper

cli-help-paper = напечатать официальную форму в PDF
cli-help-paper-kind = форма: application, refusal, voucher, act, persons, hand-out, register, notice-extension, notice-annulment, notice-reinstatement, return, cover
cli-help-paper-input = данные формы (см. docs/PAPERS.md)
cli-help-paper-output = куда записать PDF
cli-paper-language = --language: бумаги печатаются на kk, ru или both, а не на «{ $value }»
cli-paper-kind = Формы «{ $value }» нет; есть: { $kinds }
cli-paper-data = Файл { $file } не подходит к форме: { $cause }; поля названы в docs/PAPERS.md
cli-paper-unwritten = Файл { $file } не записан: { $reason }; проверьте папку и права
cli-paper-done = Записано в { $file }: страниц { NUMBER($pages) }, байт { NUMBER($bytes) }, SHA-256 { $sha }

## check

cli-help-check = проверить заявление: все замечания сразу
cli-help-check-file = файл application.json
cli-help-check-on = день проверки (по умолчанию день поступления)
cli-help-check-edition = редакция Правил: A, B, C
cli-check-fail = Не пройдено:
cli-check-human = Решает человек:
cli-check-warn = Знать:
cli-check-pass = Пройдено:
cli-check-line = { $title }: { $said } (п. { $paragraph })
cli-check-no-day = { $file }: нет отметки о поступлении и даты; укажите --on ГГГГ-ММ-ДД
cli-read-fault = { $file }: { $place }: { $fault }

## run

cli-help-run = провести сценарий по Правилам
cli-help-run-file = файл сценария
cli-run-ok = Шаг { $number }: { $events }
cli-run-denied = Шаг { $number }: отказано — { $text } [{ $code }]
cli-run-case = Дело { $case }: { $stage }
cli-run-clock = п. { $paragraph }: срок { $due }, исполнено { $met }
cli-run-late = п. { $paragraph }: срок { $due }, исполнено { $met } — просрочено
cli-help-demo = создать демонстрационный офис с вымышленными делами
cli-help-demo-cases = сколько дел
cli-help-demo-seed = начало случайности: одно число даёт один и тот же офис
cli-help-demo-data = пустая папка данных
