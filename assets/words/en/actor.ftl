### Who acts.

actor-specialist = career centre
actor-supervisor = supervisor
actor-mobility-officer = mobility centre
actor-accountant = accountant
actor-recognition-centre = recognition centre
actor-claimant = claimant
actor-platform = NQS platform
actor-nobody = nobody
