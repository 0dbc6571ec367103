### The data of the office.

office-email-wrong = An e-mail address needs one @ and a domain with a dot
office-title = Data of the office
office-about = They stand in the heads of papers, in the boxes of the act and on the lines of signatures. Each change goes into the journal.
office-save = Save
office-saved = The data of the office are saved
office-career-centre = Career centre
office-mobility-centre = Labour mobility centre
office-name-kk = Full name in Kazakh
office-name-ru = Full name in Russian
office-address-kk = Address in Kazakh
office-address-ru = Address in Russian
office-bin = BIN
office-bin-hint = Twelve digits
office-iban = Account (IBAN)
office-iban-hint = Twenty characters, beginning with KZ
office-phone = Telephone
office-email = E-mail
office-head = Head
office-signatories = Signatories
office-signatories-about = When somebody of this list decided, the paper carries the position written here.
office-position-kk = Position in Kazakh
office-position-ru = Position in Russian
office-official-name = Surname, name, patronymic
office-signatory-add = Add a signatory
office-signatory-remove = Remove: { $name }
