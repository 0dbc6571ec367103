### Кеңсенің алғашқы баптауы.

found-title = Жаңа кеңсе
found-about = Бұл компьютерде әлі дерекқор жоқ. Кеңсе мен оның әкімшісін жазыңыз.
found-name-kk = Мансап орталығының атауы, қазақша
found-name-ru = Мансап орталығының атауы, орысша
found-centre-kk = Еңбек мобильділігі орталығы, қазақша
found-centre-ru = Еңбек мобильділігі орталығы, орысша
found-region = Өңір
found-week = Жұмыс аптасы
found-week-days = { $days } күндік
found-administrator = Әкімші
found-need = Өрісті толтырыңыз: { $field }
found-login-hint = Латын әріптері мен цифрлар, мысалы aidana
found-again-hint = Қате басылмағанын тексеру үшін
found-go = Кеңсе құру
found-go-on = Карта конвертте, жалғастыру
