### Who acts.

actor-specialist = career centre
actor-supervisor = supervisor
actor-mobility-officer = mobility centre
actor-accountant = mobility centre
actor-recognition-centre = recognition centre
actor-claimant = claimant
actor-platform = NQS
actor-nobody = nobody
