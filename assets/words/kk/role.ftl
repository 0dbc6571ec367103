### Қызметкердің рөлі.

role-specialist = Мансап орталығының маманы
role-supervisor = Мансап орталығының басшысы
role-supervisor-mobility = ЕМО басшысы
role-mobility-officer = ЕМО қызметкері
role-accountant = ЕМО бухгалтері
role-administrator = Әкімші
role-auditor = Аудитор
