### Кім әрекет етеді.

actor-specialist = МО
actor-supervisor = МО басшысы
actor-mobility-officer = ЕМО
actor-accountant = ЕМО
actor-recognition-centre = ТО
actor-claimant = үміткер
actor-platform = ҰБЖ
actor-nobody = ешкім
