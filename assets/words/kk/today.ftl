### Бүгін: күн сандары және күтіп тұрған істер.

today-title = Бүгін
today-day-off = Бүгін жұмыс күні емес
today-whose = Кімнің істері
today-mine = Менікі
today-office = Бүкіл орталық
today-strips = Мерзім бойынша сүзгі
today-overdue = Мерзімі өткен
today-today = Бүгін
today-tomorrow = Ертең
today-later = Кейін
today-waiting = Орталықты күтеміз
today-all = Барлығы
today-expiring = Мерзімі бітіп бара жатқан ваучерлер
today-to-sign = Қол қоюға
today-to-print = Басып шығаруға
today-not-confirmed = Расталмаған
today-next-due = Ең жақын мерзім — { $date }
today-nothing-due = Мерзімі бар істер жоқ
today-nothing-next = Сізді күтіп тұрған іс жоқ
