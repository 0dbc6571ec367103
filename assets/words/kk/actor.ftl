### Кім әрекет етеді.

actor-specialist = МО маманы
actor-supervisor = МО басшысы
actor-mobility-officer = ЕМО
actor-accountant = ЕМО бухгалтері
actor-recognition-centre = тану орталығы
actor-claimant = үміткер
actor-platform = ҰБЖ платформасы
actor-nobody = ешкім
