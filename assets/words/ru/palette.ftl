### Окно поиска и команд.

palette-label = Поиск и команды
palette-hint = Команда, ФИО, ИИН, № ваучера, телефон…
palette-people = Претенденты
palette-actions = Действия
palette-rooms = Перейти
palette-nothing = По запросу «{ $text }» ничего не нашлось
palette-more = Есть ещё — уточните запрос
palette-count = Найдено: { NUMBER($count) }
