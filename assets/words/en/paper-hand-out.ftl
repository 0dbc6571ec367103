# Hand-out for the applicant (par. 3 of the Rules).
paper-hand-out-file-title = Hand-out for the applicant, { $date }
paper-hand-out-title = How to get a voucher
paper-hand-out-bring = What to attach
paper-hand-out-where = Where to apply
paper-hand-out-when = By which day
paper-hand-out-until = Applications of this year are accepted { $through }.
paper-hand-out-advised = We advise you to apply no later than { $day }.
paper-hand-out-cost = What it costs
paper-hand-out-centre = You chose the recognition centre: { $centre }.
paper-hand-out-costs = The procedure costs { $price }. The budget reimburses { $reimbursed }, you pay { $own } (paragraphs 14 and 15 of the Rules No. 380).
paper-hand-out-own-in-words = Your part in words
paper-hand-out-aid = If the exam is outside the region of your permanent registration, you are due material aid of { $aid } (paragraph 14(2)).
paper-hand-out-costs-unknown = The recognition centre sets the price. If it is above the limit of reimbursement, you pay the difference yourself (paragraphs 14 and 15 of the Rules No. 380). Ask for the price before you apply.
paper-hand-out-choice = You choose the profession and the recognition centre yourself; the digital platform has information on both. A voucher is given once a year.
