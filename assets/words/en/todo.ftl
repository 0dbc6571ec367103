### What is to be done next.

todo-review = Review the application
todo-sign-refusal = Sign the refusal
todo-send-refusal = Send the refusal
todo-forward-to-centre = Forward to the centre
todo-await-centre = Wait for the centre
todo-draft-decline = Draft the refusal (par. 9)
todo-issue = Issue the voucher
todo-watch-voucher = Watch the voucher
todo-await-protocol = Wait for the protocol
todo-await-act = Wait for the act
todo-settle-act = Check the act
todo-pay = Pay
todo-await-new-act = Wait for a new act
