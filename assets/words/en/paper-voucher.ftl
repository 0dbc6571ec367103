# One-time voucher (par. 10 of the Rules).
paper-voucher-file-title = One-time voucher No. { $number } of { $date }
paper-voucher-corrected-number = { $number } corr. { NUMBER($correction) }
paper-voucher-title = ONE-TIME VOUCHER
paper-voucher-subject = for the recognition of a professional qualification
paper-voucher-issued = Date of issue
paper-voucher-valid = Validity
paper-voucher-validity = { $through } ({ $days ->
    [one] { $days } calendar day
   *[other] { $days } calendar days
} after the day of issue)
paper-voucher-iin = IIN of the claimant
paper-voucher-centre = Recognition centre
paper-voucher-reference = For reference
paper-voucher-name = Surname, name, patronymic
paper-voucher-profession = Profession
paper-voucher-level = Level of qualification
paper-voucher-contacts = Address and telephone of the recognition centre
paper-voucher-price = Price of the procedure
paper-voucher-reimbursed = Reimbursed from the budget (par. 14)
paper-voucher-own-share = Paid by the recipient (par. 15)
paper-voucher-aid = Material aid (par. 14(2))
paper-voucher-use = Present the voucher at the recognition centre named and begin the procedure no later than the last day of validity. The voucher cannot be passed to another person or used at another centre.
paper-voucher-lapse = An unused voucher is annulled automatically (paragraph 11 of the Rules). Validity is extended by the period of incapacity stated in a sheet of temporary incapacity: place a copy of the sheet in your cabinet on the digital platform (paragraphs 12 and 13).
paper-voucher-correction = Corrected copy of the voucher No. { $number } ({ $dated }). Corrected: { $reason }.
