### Хаттардың тұрақты мәтіні.

office-letter-paragraph = Қағидалардың { $paragraph }-тармағы
office-letter-position-supervisor = Мансап орталығының басшысы
office-letter-position-mobility = Еңбек мобильділігі орталығының басшысы
office-letter-late-sheet = Еңбекке уақытша жарамсыздық парағы ваучердің күші жойылғаннан кейін түсті, ал жарамсыздық ваучер мерзімі ішінде басталған.
office-letter-timely-use = Ваучердің мерзімінде пайдаланылғанының дәлелі кейін түсті.
office-letter-service = «{ $profession }» кәсібі бойынша кәсіптік біліктілікті тану
office-letter-service-of-level = «{ $profession }» кәсібі бойынша { $level }-деңгейдегі кәсіптік біліктілікті тану
office-letter-unit-person = адам
office-letter-venue-remote = қашықтан
office-letter-hand-out-where = Цифрлық платформадағы жеке кабинетте. Көмектеседі: { $office }.
office-letter-hand-out-contact = Сұрақтар бойынша хабарласыңыз: { $name }, { $office }.
office-letter-hand-out-education = Білім туралы құжаттың көшірмесі
office-letter-hand-out-work = Жұмыс туралы құжаттың көшірмесі, біреуі жеткілікті: { $kinds }
office-letter-hand-out-account = 20 таңбалы шот нөмірі: емтихан басқа өңірде өтсе қажет
office-letter-hand-out-signature = Электрондық цифрлық қолтаңба
