### A case: checks, form, acts.

case-number = Application № { $number }
case-iin = IIN
case-phone = Phone
case-profession = Profession
case-centre = Recognition centre
case-price = Price · reimbursed
case-stage = Stage
case-owner = Owner
case-who = Claimant
case-term = Term
case-previous = Previous case
case-next = Next case
case-position = { NUMBER($index) } of { NUMBER($of) }
case-other-acts = Other acts
case-papers = Papers
case-forward = Forward
case-forward-title = Forward the application to the mobility centre?
case-forward-about = Once forwarded, the career centre can no longer change the checks.
case-forward-confirm = Forward
case-forwarded = Application № { $number } forwarded
case-refuse = Refuse…
case-open-refusal = Open the refusal
case-not-now = Not at this stage
case-parts = Parts of the case
case-checks = Checks
case-attention = Need attention: { $count }
case-calm = Checked by the program, no remarks: { $count }
case-form = Application
case-timeline = History
case-meter = { NUMBER($pass) } of { NUMBER($total) }
case-meter-long = { NUMBER($pass) } of { NUMBER($total) } pass
case-meter-trouble = with remarks: { NUMBER($count) }
case-zero = Received { DATE($date) }, this day is not counted.
case-left =
    { $count ->
        [one] { $count } check left to decide
       *[other] { $count } checks left to decide
    }
case-returned = Given back by the supervisor: { $comment }
case-verdict-pass = passes
case-verdict-fail = fails
case-verdict-warn = look closely
case-verdict-human = a person decides
case-verdict-not-applicable = not applicable
case-automatic = Checked by the program
case-decision = Decision on this check
case-say-pass = Passes
case-say-fail = Fails
case-say-not-applicable = Not applicable
case-reason = What was found
case-reason-hint = State the fact the document shows; it goes into the refusal
case-record = Record the decision
case-recorded = The decision is recorded
case-none-waiting = No check waits for a decision
case-decided = Decided by { $by }, { $at }
case-cleared-by = Decided by: { $who }
case-gates = Checked by the NQS platform
case-gates-about = not a ground of refusal
case-deadlines = Other terms of the case
case-reveal = { $field }: show in full (written to the journal)
case-field-empty = not filled in
case-confirmed = confirmed by the centre
case-decided-here = decided here, not yet confirmed by the centre
