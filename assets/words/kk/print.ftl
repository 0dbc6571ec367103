### Басып шығару: күн топтамасы.

print-title = Басып шығару
print-about = { $title }, бет: { $pages }
print-printer = Принтер
print-copies = Дана саны
print-copies-count = { NUMBER($count) } дана
print-default = әдепкі
print-not-accepting = жұмыс қабылдамайды
print-no-printer = Принтер табылмады. Қағазды PDF-ке сақтап, басқа компьютерден басып шығаруға болады.
print-day-title = Күн топтамасы
print-waiting = Басып шығаруды күтіп тұр: { NUMBER($count) }
print-empty = Бүгін басып шығаратын ештеңе жоқ
print-empty-about = Қол қойылған бас тартулар, ваучерлер мен актілер осында жиналады.
print-take = Топтамаға қосу
print-take-one = Топтамаға қосу: { $title }, { $name }
print-col-paper = Қағаз
print-col-who = Кім
print-col-state = Күйі
print-col-acts = Әрекеттер
print-came = Шықты
print-not-came = Қайтадан
print-look = Қарау: { $title }, { $name }
print-batch = Топтаманы басып шығару
print-batch-count = Топтаманы басып шығару ({ NUMBER($count) })
print-nothing-chosen = Ештеңе таңдалмаған
print-sent = Принтерге жіберілді: { NUMBER($count) }. Шыққандарын белгілеңіз.
print-preview = Топтама: мұқаба парағы және қағаздар
