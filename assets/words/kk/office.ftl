### Кеңсенің деректері.

office-email-wrong = Пошта мекенжайында бір @ белгісі және нүктесі бар домен болуға тиіс
office-title = Кеңсенің деректері
office-about = Қағаздардың басында, актінің торкөздері мен қол қою жолдарында тұрады. Әр өзгеріс журналға жазылады.
office-save = Сақтау
office-saved = Кеңсенің деректері сақталды
office-career-centre = Мансап орталығы
office-mobility-centre = Еңбек мобильділігі орталығы
office-name-kk = Толық атауы, қазақша
office-name-ru = Толық атауы, орысша
office-address-kk = Мекенжайы, қазақша
office-address-ru = Мекенжайы, орысша
office-bin = БСН
office-bin-hint = Он екі цифр
office-iban = Шот (ЖСК)
office-iban-hint = KZ әріптерінен басталатын жиырма таңба
office-phone = Телефон
office-email = Электрондық пошта
office-head = Басшысы
office-signatories = Қол қоюшылар
office-signatories-about = Шешім қабылдаған адам осы тізімде болса, қағазда оның осындағы лауазымы тұрады.
office-position-kk = Лауазымы, қазақша
office-position-ru = Лауазымы, орысша
office-official-name = Тегі, аты, әкесінің аты
office-signatory-add = Қол қоюшы қосу
office-signatory-remove = Алып тастау: { $name }
