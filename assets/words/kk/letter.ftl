### Бас тарту редакторы.

letter-title = Дәлелді бас тарту
letter-grounds = Негіздер
letter-included = { NUMBER($total) } ішінен { NUMBER($count) } енгізілді
letter-clean = Ескерту жоқ
letter-remarks = Ескерту: { $count }
letter-stops = Қол қоюға кедергі ескерту: { $count }
letter-kk = Қазақша мәтін
letter-ru = Орысша мәтін
letter-restore = Бағдарлама мәтінін қайтару
letter-preview = Басылатын қағаз
letter-saved = Сақталды
letter-changed = Өзгертілді, сақталуда…
letter-saving = Сақталуда…
letter-send = Қол қоюға жіберу
letter-sent = Бас тарту басшыға қол қоюға жіберілді
letter-send-title = Бас тартуды қол қоюға жібересіз бе?
letter-send-about = Барлық негіздер бірден көрсетіледі. Басшы қол қойғанға дейін бас тарту қаралама болып қалады.
letter-part-explanation = Түсіндірме (мысалы, мерзім неге өтіп кетті)
letter-part-hearing = Тыңдау
letter-part-appeal = Шағымдану тәртібі
letter-texts = Хаттың мәтіндері
