### Іздеу және командалар терезесі.

palette-label = Іздеу және пәрмендер
palette-hint = Пәрмен, аты-жөні, ЖСН, ваучер №, телефон…
palette-people = Үміткерлер
palette-actions = Әрекеттер
palette-rooms = Бөлімге өту
palette-nothing = «{ $text }» бойынша ештеңе табылмады
palette-more = Басқа да бар — сұрауды нақтылаңыз
palette-count = Табылды: { NUMBER($count) }
