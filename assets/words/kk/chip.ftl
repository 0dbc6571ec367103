### Мерзім белгісінің сөздері.

chip-overdue = { $days } жұмыс күніне кешікті
chip-today = Бүгін
chip-today-until = Бүгін { $time } дейін
chip-tomorrow = Ертең, { $date }
chip-tomorrow-plain = Ертең
chip-later = { $days } жұм. күні — { $date } дейін
chip-waiting = { $days } күн күттік, мерзім жоқ
chip-met = Мерзімінде орындалды
chip-nothing = Мерзім жүріп жатқан жоқ
chip-no-term = Қағидаларда мерзім белгіленбеген
chip-tape = Мерзім { DATE($from) } күнінен кейін басталып, { DATE($until) } күні бітеді
