### The path of a case: its steps.

path-title = Path of the case
path-done = done
path-current = here now
path-ahead = ahead
path-no-term = no term
path-term =
    { $days ->
        [one] { $days } work. day
       *[other] { $days } work. days
    }
path-term-calendar =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
path-paragraph = par. { $paragraph }
path-received = Received
path-review = Review
path-refusal = Refusal
path-mobility-centre = To centre
path-recognition-centre = Answer
path-voucher = Voucher
path-use = Procedure
path-protocol = Protocol
path-act = Act
path-payment = Payment
