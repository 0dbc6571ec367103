### Acts of services.

services-by-protocol = By the date of the protocol ({ DATE($date) }) — { MONEY($sum) }
services-by-issue = By the date of issue ({ DATE($date) }) — { MONEY($sum) }
services-by-payment = By the date of payment ({ DATE($date) }) — { MONEY($sum) }
services-own-words = { $text }
services-title = Acts of services
services-which = Which acts
services-open = Open
services-closed = Paid
services-count = 
    { $count ->
        [one] { $count } act
       *[other] { $count } acts
    }
services-enter = Enter an act
services-new = Entering an act
services-awaited = Recognition centres whose act is awaited
services-vouchers = 
    { $count ->
        [one] { $count } voucher
       *[other] { $count } vouchers
    }
services-bin = BIN { $bin }
services-no-bin = no BIN in the voucher
services-empty = No open acts
services-empty-closed = No paid acts
services-empty-about = The act of a recognition centre is entered for vouchers with a recorded protocol.
services-col-term = Legal term
services-col-act = Act
services-col-centre = Recognition centre
services-col-state = State
services-col-persons = Persons
services-col-cost = By the act
services-col-reimbursed = Reimbursed
services-act = Act No. { $number }
services-drawn = of { DATE($date) }
services-received = received { DATE($date) }
services-state-draft = Draft
services-state-received = Received, being checked
services-state-accepted = Accepted, to be paid
services-state-returned = Returned
services-state-closed = Paid
services-tick-all = Tick all
services-tick-one = List in the act: { $name }, voucher No. { $voucher }
services-col-voucher = Voucher and claimant
services-col-profession = Profession and protocol
services-col-price = Price, ₸
services-col-own = Own, ₸
services-col-due = Reimbursed, ₸
services-level = level { $level }
services-protocol = No. { $number }, { DATE($date) }
services-passed = recognised
services-failed = not recognised
services-profile-social = socio-humanitarian profile
services-profile-technical = technical profile
services-price-of = Price of the centre: { $name }
services-cap = Cap of the reimbursement: { MONEY($cap) }
services-aid = aid to the person { MONEY($sum) }
services-checks = What the checks found
services-paragraph = par. { $paragraph } of the Rules
services-returns = the act goes back
services-told = for information
services-total-persons = Persons
services-total-cost = Total of the act
services-total-own = Own shares
services-total-aid = Aid to persons
services-total-due = To be reimbursed
services-in-words = The sum to be reimbursed in words
services-was-returned = act No. { $number } went back
services-entered = Act No. { $number } is entered, persons: { NUMBER($count) }
services-centre = Contractor: the recognition centre
services-centre-choose = Choose a recognition centre
services-none-wait = No voucher of this centre waits for an act
services-number = Number of the act
services-drawn-on = Drawn up on
services-received-on = Received on
services-accepted-on = Accepted on
services-returned-on = Returned on
services-centre-bin = BIN of the centre
services-term = Term
services-appendix = Appendix 2 to the Rules
services-paper = Which paper
services-paper-act = Act
services-paper-persons = List of persons
services-paper-return = Return
services-accept = Accept the act
services-return = Send back…
services-accepted = Act No. { $number } is accepted
services-returned = Act No. { $number } went back
services-cannot-accept = It cannot be accepted: { $why }
services-accept-title = Accept act No. { $number }
services-accept-about = The sums become fixed: persons { NUMBER($count) }, to the centre { MONEY($sum) }. They cannot be changed later.
services-signature-seen = The signature of the recognition centre under the act was checked
services-return-title = Send act No. { $number } back
services-return-about = All remarks go in one letter. The term of payment starts anew on the day the act comes again.
services-return-found = Found by the checks
services-return-paper = Seen on the paper itself
services-return-own = In your own words
services-return-text = Remark
services-return-whom = About whom
services-return-whole = About the act as a whole
services-return-more = One more remark
services-return-count = Remarks: { NUMBER($count) }
