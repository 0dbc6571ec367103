### The stage of a case.

stage-in-review = In review
stage-refusal-drafted = Refusal drafted
stage-refused = Refused
stage-at-mobility-centre = At the mobility centre
stage-at-recognition-centre = At the recognition centre
stage-declined = Declined by the centre
stage-decline-drafted = Refusal under par. 9 drafted
stage-decline-formed = Refused under par. 9
stage-refusal-sent = Refusal sent
stage-confirmed = Confirmed by the centre
stage-issued = Voucher issued
stage-used = Voucher used
stage-protocol = Protocol signed
stage-act-received = Act received
stage-act-returned = Act returned
stage-act-accepted = Act accepted
stage-closed = Closed
stage-annulled = Voucher annulled
stage-withdrawn = Withdrawn
