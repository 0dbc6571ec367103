### The role of a person.

role-specialist = Specialist of the career centre
role-supervisor = Head of the career centre
role-supervisor-mobility = Head of the mobility centre
role-mobility-officer = Officer of the mobility centre
role-accountant = Accountant of the mobility centre
role-administrator = Administrator
role-auditor = Auditor
