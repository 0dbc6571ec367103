### The name of a term.

deadline-window = The last day to apply
deadline-review = Review by the career centre
deadline-send-review-refusal = Sending the refusal to the claimant
deadline-send-to-centre = Sending to the recognition centre
deadline-centre-answer = Answer of the recognition centre
deadline-send-centre-refusal = Sending the refusal after a negative answer
deadline-send-voucher = Sending the voucher
deadline-validity = Validity of the voucher
deadline-extend = Extension of the validity
deadline-send-act = Sending the act
deadline-pay-centre = Payment to the recognition centre
deadline-pay-person = Payment to the person
