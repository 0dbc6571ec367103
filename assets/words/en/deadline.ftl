### The name of a term.

deadline-d8 = Review by the career centre
deadline-d9 = Sending to the recognition centre
deadline-d9n = Refusal after a negative answer
deadline-d10 = Issue of the voucher
deadline-d13 = Extension
deadline-d16 = Sending of the act
deadline-d17 = Payment
deadline-send-refusal = Sending the refusal to the claimant
deadline-centre-answer = Answer of the recognition centre
deadline-validity = Validity of the voucher
