### Papers to sign.

sign-title = To sign
sign-count =
    { $count ->
        [one] { $count } paper
       *[other] { $count } papers
    }
sign-empty = Nothing to sign
sign-empty-about = When a specialist sends a refusal, it appears here.
sign-approve = Sign
sign-approve-marked = Sign the marked ({ NUMBER($count) })
sign-return = Give back
sign-mark = Mark: { $name }
sign-done = Signed: { NUMBER($count) }
sign-returned = Given back to the specialist
sign-ask-title = Sign the refusal?
sign-ask-about = Once signed, the refusal is a decision; only a new event can change it.
sign-return-title = Give back to the specialist
sign-return-comment = What to mend
sign-return-hint = The specialist sees it in the case
sign-return-empty = Write what to mend
sign-summary = Grounds and checks
sign-received = Received { DATE($date) }
sign-drafted-by = Drafted by { $name }
sign-changed = The text was changed by hand
sign-remarks = Remarks
sign-open-case = Open the case
