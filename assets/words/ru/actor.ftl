### Кто действует.

actor-specialist = КЦ
actor-supervisor = глава КЦ
actor-mobility-officer = ЦТМ
actor-accountant = ЦТМ
actor-recognition-centre = ЦП
actor-claimant = претендент
actor-platform = НСК
actor-nobody = никто
