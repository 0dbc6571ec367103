# Адамдар тізбесі — актіге қосымша. Бағандары біздікі: нысан оларды атамайды.
paper-persons-file-title = { $date } № { $number } актіге адамдар тізбесі
paper-persons-attached-to = { $date } № { $number } көрсетілген қызметтер актісіне қосымша
paper-persons-title = Кәсіптік біліктілікті тану рәсімінен өткен адамдардың тізбесі
paper-persons-name = Тегі, аты, әкесінің аты
paper-persons-voucher = Ваучер, №
paper-persons-profession = Кәсіп
paper-persons-level = Деңгей
paper-persons-protocol = Хаттама, № және күні
paper-persons-exam = Емтихан күні
paper-persons-venue = Емтихан орны
paper-persons-price = Бағасы, ₸
paper-persons-reimbursed = Өтеледі, ₸
paper-persons-own-share = Адам қосып төлейді, ₸
