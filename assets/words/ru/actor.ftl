### Кто действует.

actor-specialist = специалист КЦ
actor-supervisor = руководитель КЦ
actor-mobility-officer = ЦТМ
actor-accountant = бухгалтер ЦТМ
actor-recognition-centre = центр признания
actor-claimant = претендент
actor-platform = платформа НСК
actor-nobody = никто
