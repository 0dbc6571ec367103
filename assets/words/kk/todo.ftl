### Келесі әрекет.

todo-review = Құжаттарды қарау
todo-sign-refusal = Бас тартуға қол қою
todo-send-refusal = Бас тартуды жіберу
todo-forward-to-centre = Тану орталығына жіберу
todo-await-centre = Орталықтың жауабын күту
todo-draft-decline = 9-т. бойынша бас тарту
todo-issue = Ваучер беру
todo-watch-voucher = Ваучер мерзімін қадағалау
todo-await-protocol = Хаттаманы күту
todo-await-act = Актіні күту
todo-settle-act = Актіні тексеру
todo-pay = Төлемдерді аудару
todo-await-new-act = Жаңа актіні күту
