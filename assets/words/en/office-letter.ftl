### Standing text of letters.

office-letter-paragraph = paragraph { $paragraph } of the Rules
office-letter-position-supervisor = Head of the career centre
office-letter-position-mobility = Head of the labour mobility centre
office-letter-late-sheet = The sheet of temporary incapacity came after the annulment, and the incapacity began while the voucher was valid.
office-letter-timely-use = Proof that the voucher was used in time came later.
