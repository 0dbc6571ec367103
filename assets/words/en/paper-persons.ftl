# List of persons attached to an act. The columns are ours: the form names none.
paper-persons-file-title = List of persons to the act No. { $number } of { $date }
paper-persons-attached-to = Attachment to the act of services No. { $number } of { $date }
paper-persons-title = List of persons who passed the procedure of recognition of professional qualifications
paper-persons-name = Surname, name, patronymic
paper-persons-voucher = Voucher, No.
paper-persons-profession = Profession
paper-persons-level = Level
paper-persons-protocol = Protocol, No. and date
paper-persons-exam = Date of exam
paper-persons-venue = Place of exam
paper-persons-price = Price, ₸
paper-persons-reimbursed = Reimbursed, ₸
paper-persons-own-share = Paid by the person, ₸
