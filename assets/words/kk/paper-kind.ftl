### Қағаздың түрі.

paper-kind-application = Өтініш
paper-kind-refusal = Дәлелді бас тарту
paper-kind-voucher = Ваучер
paper-kind-extension-notice = Ұзарту туралы хабарлама
paper-kind-annulment-notice = Күшін жою туралы хабарлама
paper-kind-reinstatement-notice = Қалпына келтіру туралы хабарлама
paper-kind-act = Көрсетілген қызметтер актісі
paper-kind-persons = Адамдар тізбесі
paper-kind-act-return = Актіні қайтару
paper-kind-hand-out = Үміткерге жадынама
