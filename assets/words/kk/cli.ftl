## tanu-cli пәрмен жолы: анықтама, жауаптар және жарамсыз деректерден бас тартулар.

cli-about = Терезесіз ваучер қағидалары: мерзімдер, күндер, нөмірлер, сомалар және тексерулер

cli-help-usage = шақыру
cli-help-commands = Пәрмендер
cli-help-options = Параметрлер
cli-help-help = осы анықтаманы көрсету
cli-help-version = нұсқасын көрсету
cli-help-json = жауап JSON түрінде
cli-help-language = жауап тілі: kk, ru немесе en (әдепкісі — жүйе тілі)
cli-help-calendar = жылдың демалыс және жұмыс күндері
cli-help-calendar-year = жыл
cli-help-calendar-week = кеңсенің жұмыс аптасы: 5 немесе 6 күн
cli-help-due = жұмыс күнімен есептелген мерзімнің соңғы күні, күн сайын түсіндіріліп
cli-help-due-from = оқиға күні (ЖЖЖЖ-АА-КК) немесе RFC 3339 бойынша сәт
cli-help-due-working-days = мерзімнің жұмыс күнімен ұзақтығы
cli-help-due-edition = Қағидалар редакциясы: A, B, C
cli-help-due-week = кеңсенің жұмыс аптасы: 5 немесе 6 күн
cli-help-due-region = күн қай өңірдің сағатымен алынатыны, коды
cli-help-iin = ЖСН тексеру
cli-help-iin-number = он екі цифр
cli-help-bin = БСН тексеру
cli-help-bin-number = он екі цифр
cli-help-iban = шот нөмірін тексеру
cli-help-iban-number = жиырма таңба, бос орын болуы мүмкін
cli-help-validity = ваучер қолданылуының соңғы күні
cli-help-validity-issued = берілген күні
cli-help-validity-sheet = еңбекке жарамсыздық парағы, бірнеше рет беруге болады
cli-help-validity-edition = Қағидалар редакциясы; көрсетілмесе — берілген күнгі расталған редакция
cli-help-validity-week = кеңсенің жұмыс аптасы: 5 немесе 6 күн
cli-help-validity-region = өңір коды
cli-help-settle = өтелетін сома, үміткердің үлесі және материалдық көмек
cli-help-settle-profile = кәсіп бейіні: social немесе technical
cli-help-settle-price = тану орталығының бағасы, теңгемен
cli-help-settle-protocol = хаттама күні
cli-help-settle-home = тұрақты тіркелген өңірдің коды
cli-help-settle-venue = емтихан өткен өңірдің коды немесе remote
cli-help-settle-issued = ваучер берілген күн
cli-help-settle-paid = төлем күні
cli-help-settle-edition = Қағидалар редакциясы
cli-help-allocate = ваучерлерді өңірлер арасында үш жылға бөлу
cli-help-allocate-statistics = region,weight бағандары бар csv кестесі
cli-help-allocate-total = барлық үш жылға қанша ваучер
cli-help-allocate-years = үш жыл, мысалы 2026..2028
cli-help-allocate-minimum = әр өңірге үш жылда кемінде қанша

cli-usage-command-missing = Пәрмен көрсетілмеген; пәрмендер тізімін tanu-cli --help көрсетеді
cli-usage-command-unknown = «{ $command }» пәрмені жоқ; пәрмендер тізімін tanu-cli --help көрсетеді
cli-usage-missing = Міндетті параметр жетіспейді: { $option }; қосып, қайталаңыз
cli-usage-unknown = «{ $option }» параметрі мұнда қарастырылмаған; мүмкін параметрлерді --help көрсетеді
cli-usage-value = { $option } параметрінің мәні жарамайды; не керегін --help көрсетеді
cli-usage-twice = { $option } параметрі екі рет берілген немесе басқасына қайшы; біреуін қалдырыңыз
cli-usage-utf8 = Пәрмен жолында UTF-8 емес таңбалар бар; қайта теріңіз

cli-bad-language = «{ $value }» тілі белгісіз (--language): kk, ru немесе en деп жазыңыз
cli-bad-date = { $option }: «{ $value }» — күн емес; бар күнді ЖЖЖЖ-АА-КК түрінде жазыңыз
cli-bad-moment = { $option }: «{ $value }» — күн де, сәт те емес; 2025-10-14 немесе 2025-10-14T10:00:00+05:00 деп жазыңыз
cli-bad-region = { $option }: «{ $value }» өңірі жоқ; екі таңбалы ӘАОЖ кодтары: { $codes }
cli-bad-week = --week: «{ $value }» — жұмыс аптасы емес; 5 немесе 6 деп жазыңыз
cli-bad-count = { $option }: «{ $value }» — теріс емес бүтін сан емес; цифрмен жазыңыз, мысалы 5
cli-bad-money = { $option }: «{ $value }» — теңгемен жазылған сома емес: { $why }; мысалы, 38400 немесе 38400.50 деп жазыңыз
cli-bad-edition = --edition: «{ $value }» редакциясы жоқ; белгілілері: { $known }
cli-bad-profile = --profile: «{ $value }» бейіні белгісіз; social немесе technical деп жазыңыз
cli-bad-year = «{ $value }» — жыл емес; төрт цифрмен жазыңыз, мысалы 2026
cli-bad-years = --years: «{ $value }» — қатарынан үш жыл емес (Қағидалардың 18-тармағы); мысалы, 2026..2028 деп жазыңыз
cli-bad-file = { $file } файлы оқылмады: { $reason }; жолы мен рұқсатын тексеріңіз
cli-bad-file-text = { $file } файлы UTF-8 мәтіні емес; UTF-8 түрінде сақтаңыз

cli-money-empty = ештеңе жазылмаған
cli-money-negative = сома теріс болмайды
cli-money-not-digit = бөгде таңба бар
cli-money-grouping = бос орын цифрларды тек үштен бөледі
cli-money-decimals = үтірден кейін бір немесе екі цифр болады
cli-money-too-large = сома тым үлкен

cli-year-unknown = { $value } жылдың күнтізбесі белгісіз: { DATE($from) } – { DATE($to) } аралығындағы күндер белгілі; жылды қосыңыз
cli-calendar-unknown = { DATE($date) } күні белгілі күнтізбеден тыс ({ DATE($from) } – { DATE($to) }); күнтізбеге жыл қосыңыз
cli-calendar-runs-out = { DATE($from) } күнінен { NUMBER($days) } жұмыс күні белгілі күнтізбенің соңынан ({ DATE($to) }) асып кетеді; жыл қосыңыз
cli-edition-none-on = { DATE($date) } күніне Қағидалардың расталған редакциясы жоқ: біріншісі { DATE($first) } бастап қолданылады
cli-edition-not-at-hand = { $edition } редакциясының { $paragraph }-тармағы белгісіз: мәтіні қолда жоқ; --edition арқылы басқа редакцияны көрсетіңіз
cli-dates-out-of-range = Күндер күнтізбе шегінен шығады; жылдарды тексеріңіз
cli-mrp-unknown = { DATE($date) } күнгі АЕК белгісіз: { DATE($from) } – { DATE($to) } аралығындағы мәндер бар

cli-calendar-title = { $year } жыл, { NUMBER($week) } күндік апта: { NUMBER($days) } жұмыс күні
cli-calendar-estimated = {" "}(есептік күн)
cli-calendar-version = Күнтізбе { $version }

cli-why-day-zero = оқиға күні, есептелмейді
cli-why-working = жұмыс күні
cli-why-weekend = демалыс
cli-why-holiday = мереке
cli-why-substitute = мереке үшін демалыс
cli-why-transfer = ауыстырылған демалыс
cli-why-religious = ЕК бойынша демалыс
cli-why-working-weekend = жұмыс күніне айналған демалыс

cli-due-title = Соңғы күні: { DATE($due) }, { $weekday }

cli-number-empty = Нөмір бос.
cli-number-not-digit = { NUMBER($place) }-орындағы «{ $found }» — цифр емес.
cli-number-length = Нөмірде { NUMBER($found) } цифр бар, 12 керек.
cli-number-check-digit = Бақылау цифры { NUMBER($found) } сәйкес емес: { NUMBER($expected) } болуы керек.
cli-number-never-issued = Мұндай нөмір берілмейді: бақылау цифрының екі тексеруі де он береді.
cli-iin-valid =
    ЖСН дұрыс: { $sex ->
        [male] ер
       *[female] әйел
    }, туған күні { DATE($born) }.
cli-iin-valid-century = ЖСН сәйкес, бірақ жетінші цифр 0 ғасыр мен жынысты көрсетпейді: құжатты қараңыз.
cli-iin-century = Жетінші цифр { NUMBER($digit) } тағайындалмаған: 1-ден 6-ға дейін болады.
cli-iin-date = Алғашқы алты цифр ({ $day }.{ $month }.{ $year }) — туған күн емес.
cli-bin-valid =
    БСН дұрыс: { $owner ->
        [resident] резидент
        [non_resident] бейрезидент
       *[joint_entrepreneurship] бірлескен кәсіпкерлік
    }, { $unit ->
        [head_unit] бас ұйым
        [branch] филиал
        [representative_office] өкілдік
       *[peasant_farm] шаруа қожалығы
    }, тіркелген уақыты { $month }.
cli-bin-month = { $month } деген тіркеу айы болмайды.
cli-bin-looks-like-iin = Бесінші цифр ай күніне ұқсайды: бұл БСН емес, адамның ЖСН-і.
cli-bin-owner = Бесінші цифр { NUMBER($digit) } тағайындалмаған: 4, 5 немесе 6 болады.
cli-bin-unit = Алтыншы цифр { NUMBER($digit) } тағайындалмаған: 0-ден 3-ке дейін болады.
cli-iban-valid = { $number } шоты дұрыс, банк: { $bank }.
cli-iban-valid-bank-unknown = { $number } шоты дұрыс; { $code } кодты банк бізге белгісіз, тексеріңіз.
cli-iban-changed-spaces = бос орындар алынды
cli-iban-changed-lower-case = кіші әріптер бас әріпке ауыстырылды
cli-iban-changed-cyrillic = кирилл әріптері латын әріптеріне ауыстырылды
cli-iban-empty = Шот нөмірі бос.
cli-iban-letter = { NUMBER($place) }-орындағы «{ $found }» шот нөмірінде болмайды.
cli-iban-country = Нөмір «{ $found }» әріптерінен басталады, KZ болуы керек.
cli-iban-length = Нөмірде { NUMBER($found) } таңба бар, 20 керек.
cli-iban-check-digits = KZ-дан кейін екі цифр тұруы керек.
cli-iban-bank-code = Банк коды үш цифрдан тұруы керек.
cli-iban-checksum = Бақылау цифрлары сәйкес емес: нөмір қате терілген.

cli-validity-title = Қолданылуының соңғы күні: { DATE($date) } ({ $edition } редакциясы)
cli-validity-extended = Парақсыз { DATE($base) } болар еді; парақтар { NUMBER($days) } күн қосты
cli-validity-annul = Күшін { DATE($date) } күні аяқталғаннан ерте жоюға болмайды
cli-validity-annul-unknown = Күнтізбе ол уақытқа дейін белгісіз: жыл қосылмайынша күшін жоюға болмайды
cli-validity-unconfirmed = БАҚ мәліметі бойынша { $edition } редакциясы қолданыста: «Әділет» базасынан тексеріңіз
cli-sheet-counted = бүкіл кезең есептеледі
cli-sheet-begun-before-issue = берілгенге дейін басталған: берілгеннен кейінгі күндер есептеледі
cli-sheet-overlaps = күндердің бір бөлігі басқа парақта есептелген
cli-sheet-within-others = барлық күндері басқа парақтарда есептелген
cli-sheet-before-issue = қолданылу басталғанша аяқталған
cli-sheet-after-last-day = соңғы күннен кейін басталған
cli-sheet-reached-by-others = басқа парақтар соңғы күнді жылжытқандықтан ғана үлгереді
cli-sheet-late = кеш түскен, өзіңіз қараңыз
cli-sheet-after-lapse = мерзімі өткеннен кейін түскен: ваучер қалпына келтіріледі
cli-sheet-ends-before = --sheet: парақ { DATE($from) } басталып, одан ерте { DATE($to) } аяқталады; күндерін тексеріңіз
cli-sheet-shape = --sheet: «{ $value }» — парақ емес; 2025-10-01..2025-10-10 немесе 2025-10-01..2025-10-10@2025-10-13 деп жазыңыз

cli-basis-protocol = хаттама
cli-basis-issue = берілуі
cli-basis-payment = төлем
cli-settle-mrp = АЕК { MONEY($mrp) }, { DATE($date) } күнгі ({ $basis })
cli-settle-reimbursed = Орталыққа { MONEY($reimbursed) } өтеледі (шегі { MONEY($cap) }, 14(1)-тармақ)
cli-settle-claimant = Үміткер { MONEY($claimant) } қосып төлейді (15-тармақ)
cli-settle-aid = Материалдық көмек { MONEY($aid) } (14(2)-тармақ)
cli-settle-aid-undecided = Материалдық көмек шешілмеген: --home мен --venue көрсетіңіз (14(2)-тармақ)
cli-settle-alternative = Әйтпесе, { $basis } { DATE($date) }: АЕК { MONEY($mrp) }, орталыққа { MONEY($reimbursed) }, үміткер { MONEY($claimant) }, көмек { MONEY($aid) }
cli-settle-unknown = Әйтпесе, { $basis } { DATE($date) }: бұл күнгі АЕК әлі белгісіз
cli-settle-unverified = АЕК-тің бұл мәні бюджет туралы заңмен салыстырылмаған: төлер алдында тексеріңіз
cli-settle-basis-missing = Бұл редакцияда АЕК «{ $basis }» күніне алынады, ол көрсетілмеген; қосыңыз

cli-allocate-title = Ең үлкен қалдық тәсілімен { NUMBER($total) } ваучер бөлінді
cli-allocate-weight = салмақ
cli-allocate-missing = Мына өңірлердің жолы жоқ: { $codes }
cli-allocate-minimum = --minimum: { NUMBER($regions) } өңірге { NUMBER($minimum) } ваучерден бөлу жалпы санынан ({ NUMBER($total) }) көп; ең аз мөлшерді азайтыңыз
cli-statistics-header = { $file }, { NUMBER($line) }-жол: region,weight тақырыбы керек
cli-statistics-columns = { $file }, { NUMBER($line) }-жол: дәл екі баған керек, өңір мен салмақ
cli-statistics-region = { $file }, { NUMBER($line) }-жол: «{ $found }» өңірі жоқ; екі таңбалы ӘАОЖ коды керек
cli-statistics-weight = { $file }, { NUMBER($line) }-жол: «{ $found }» — салмақ емес; теріс емес сан керек, үтірден кейін алты таңбаға дейін
cli-statistics-twice = { $file }, { NUMBER($line) }-жол: { $found } өңірі бұрын болған; бір жолын қалдырыңыз
cli-statistics-no-rows = { $file }, { NUMBER($line) }-жол: өңірі бар бірде-бір жол жоқ
cli-statistics-all-zero = { $file }, { NUMBER($line) }-жол: барлық салмақ нөл, бөлуге негіз жоқ

## seal

cli-help-seal = ваучердің немесе бас тартудың QR-кодын желісіз тексеру
cli-help-seal-action = не істеу керек: verify
cli-help-seal-payload = код мәтіні; «-» — стандартты енгізуден
cli-help-seal-keys = еңбек мобильділігі орталығынан алынған ашық кілттер файлы

## verify, backup, restore, export, open-export, rekey
cli-help-verify = дерекқорды, журналды, қолтаңбаларды және тіркемелерді тексеру
cli-help-verify-data = деректер қалтасы
cli-help-verify-login = ашатын адамның логині
cli-help-verify-password-file = құпиясөз жазылған файл (бірінші жолы)
cli-help-verify-recovery = қалпына келтіру кодымен ашу
cli-help-backup = таңдалған қалтаға бәрінің тексерілген көшірмесі
cli-help-backup-data = деректер қалтасы
cli-help-backup-login = ашатын адамның логині
cli-help-backup-password-file = құпиясөз жазылған файл (бірінші жолы)
cli-help-backup-recovery = қалпына келтіру кодымен ашу
cli-help-backup-to = көшірме қойылатын жер
cli-help-restore = көшірмені қалпына келтіру немесе бүлінген деректерді түзету
cli-help-restore-data = деректер қалтасы
cli-help-restore-login = ашатын адамның логині
cli-help-restore-password-file = құпиясөз жазылған файл (бірінші жолы)
cli-help-restore-recovery = қалпына келтіру кодымен ашу
cli-help-restore-from = көшірме қалтасы
cli-help-restore-broken = қалтаның өз көшірмелерінен түзету
cli-help-export = бір адам туралы бәрін шығару
cli-help-export-data = деректер қалтасы
cli-help-export-login = ашатын адамның логині
cli-help-export-password-file = құпиясөз жазылған файл (бірінші жолы)
cli-help-export-recovery = қалпына келтіру кодымен ашу
cli-help-export-iin = адамның ЖСН
cli-help-export-out = жазылатын файл
cli-help-export-passphrase-file = құпия сөйлем жазылған файл (бірінші жолы)
cli-help-open-export = шығарылған файлды ашу
cli-help-open-export-file = шығарылған файл
cli-help-open-export-to = файлдар қойылатын жер
cli-help-open-export-passphrase-file = құпия сөйлем жазылған файл (бірінші жолы)
cli-help-rekey = деректер кілтін ауыстыру
cli-help-rekey-data = деректер қалтасы
cli-help-rekey-login = ашатын адамның логині
cli-help-rekey-password-file = құпиясөз жазылған файл (бірінші жолы)
cli-help-rekey-recovery = қалпына келтіру кодымен ашу

## paper

cli-help-paper = ресми нысанды PDF-ке басып шығару
cli-help-paper-kind = нысан: application, refusal, voucher, act, persons, hand-out, register, notice-extension, notice-annulment, notice-reinstatement, return, cover
cli-help-paper-input = нысанның деректері (docs/PAPERS.md қараңыз)
cli-help-paper-output = PDF қайда жазылады
cli-paper-language = --language: қағаздар kk, ru немесе both тілінде басылады, «{ $value }» емес
cli-paper-kind = «{ $value }» нысаны жоқ; барлары: { $kinds }
cli-paper-data = { $file } файлы нысанға сай келмейді: { $cause }; өрістер docs/PAPERS.md файлында аталған
cli-paper-unwritten = { $file } файлы жазылмады: { $reason }; қалта мен рұқсаттарды тексеріңіз
cli-paper-done = { $file } файлына жазылды: { NUMBER($pages) } бет, { NUMBER($bytes) } байт, SHA-256 { $sha }

## check

cli-help-check = өтінішті тексеру: барлық ескерту бірден
cli-help-check-file = application.json файлы
cli-help-check-on = тексеру күні (әдепкіде — түскен күн)
cli-help-check-edition = Қағидалар редакциясы: A, B, C
cli-check-fail = Өтпеді:
cli-check-human = Адам шешеді:
cli-check-warn = Білу керек:
cli-check-pass = Өтті:
cli-check-line = { $title }: { $said } ({ $paragraph }-т.)
cli-check-no-day = { $file }: түсу белгісі де, күні де жоқ; --on ЖЖЖЖ-АА-КК көрсетіңіз
cli-read-fault = { $file }: { $place }: { $fault }

## run

cli-help-run = сценарийді Қағидалар бойынша жүргізу
cli-help-run-file = сценарий файлы
cli-run-ok = { $number }-қадам: { $events }
cli-run-denied = { $number }-қадам: рұқсат жоқ — { $text } [{ $code }]
cli-run-case = { $case } ісі: { $stage }
cli-run-clock = { $paragraph }-т.: мерзімі { $due }, орындалды { $met }
cli-run-late = { $paragraph }-т.: мерзімі { $due }, орындалды { $met } — мерзімі өткен
cli-help-demo = ойдан шығарылған істері бар демонстрациялық кеңсе жасау
cli-help-demo-cases = істердің саны
cli-help-demo-seed = кездейсоқтықтың негізі: бірдей сан бірдей кеңсе жасайды
cli-help-demo-data = бос деректер қалтасы
