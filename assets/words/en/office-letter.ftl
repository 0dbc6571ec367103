### Standing text of letters.

office-letter-paragraph = paragraph { $paragraph } of the Rules
office-letter-position-supervisor = Head of the career centre
office-letter-position-mobility = Head of the labour mobility centre
office-letter-late-sheet = The sheet of temporary incapacity came after the annulment, and the incapacity began while the voucher was valid.
office-letter-timely-use = Proof that the voucher was used in time came later.
office-letter-service = Recognition of the professional qualification for the profession “{ $profession }”
office-letter-service-of-level = Recognition of the professional qualification for the profession “{ $profession }”, level { $level }
office-letter-unit-person = person
office-letter-venue-remote = remotely
office-letter-hand-out-where = In your personal account on the digital platform. Help: { $office }.
office-letter-hand-out-contact = If you have questions, ask { $name }, { $office }.
office-letter-hand-out-education = A copy of the document on education
office-letter-hand-out-work = A copy of a document on work, one is enough: { $kinds }
office-letter-hand-out-account = The 20-character account number: needed if the exam is in another region
office-letter-hand-out-signature = Digital signature
