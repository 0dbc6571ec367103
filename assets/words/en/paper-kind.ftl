### The kind of a paper.

paper-kind-application = Application
paper-kind-refusal = Reasoned refusal
paper-kind-voucher = Voucher
paper-kind-extension-notice = Notice of extension
paper-kind-annulment-notice = Notice of annulment
paper-kind-reinstatement-notice = Notice of reinstatement
paper-kind-act = Act of services
paper-kind-persons = List of persons
paper-kind-act-return = Return of an act
paper-kind-hand-out = Hand-out
