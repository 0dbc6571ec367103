### Роль сотрудника.

role-specialist = Специалист карьерного центра
role-supervisor = Руководитель карьерного центра
role-supervisor-mobility = Руководитель ЦТМ
role-mobility-officer = Сотрудник ЦТМ
role-accountant = Бухгалтер ЦТМ
role-administrator = Администратор
role-auditor = Аудитор
