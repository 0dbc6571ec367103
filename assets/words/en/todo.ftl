### What is to be done next.

todo-review = Review the package
todo-sign-refusal = Sign the refusal
todo-send-refusal = Send the refusal
todo-forward-to-centre = Forward to the centre
todo-await-centre = Await the centre
todo-draft-decline = Draft the refusal of par. 9
todo-issue = Issue the voucher
todo-watch-voucher = Watch the voucher
todo-await-protocol = Await the protocol
todo-await-act = Await the act
todo-settle-act = Settle the act
todo-pay = Pay
todo-await-new-act = Await the new act
