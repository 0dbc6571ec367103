### Who acts.

actor-specialist = CC
actor-supervisor = head of the CC
actor-mobility-officer = LMC
actor-accountant = LMC
actor-recognition-centre = RC
actor-claimant = claimant
actor-platform = NQS
actor-nobody = nobody
