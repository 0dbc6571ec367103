### Қол қоюға келген қағаздар.

sign-title = Қол қоюға
sign-count = { $count } қағаз
sign-empty = Қол қоятын қағаз жоқ
sign-empty-about = Маман бас тартуды жібергенде, ол осында пайда болады.
sign-approve = Қол қою
sign-approve-marked = Белгіленгенге қол қою ({ NUMBER($count) })
sign-return = Қайтару
sign-mark = Белгілеу: { $name }
sign-done = Қол қойылды: { NUMBER($count) }
sign-returned = Маманға қайтарылды
sign-ask-title = Бас тартуға қол қоясыз ба?
sign-ask-about = Қол қойылғаннан кейін бас тарту шешім болады, оны тек жаңа оқиғамен өзгертуге болады.
sign-return-title = Маманға қайтару
sign-return-comment = Нені түзету керек
sign-return-hint = Түсініктеме маманға істе көрсетіледі
sign-return-empty = Нені түзету керегін жазыңыз
sign-summary = Негіздер мен тексерулер
sign-received = { DATE($date) } түсті
sign-drafted-by = Дайындаған: { $name }
sign-changed = Мәтін қолмен өзгертілген
sign-remarks = Ескертулер
sign-open-case = Істі ашу
