### The editor of a refusal.

letter-title = Reasoned refusal
letter-grounds = Grounds
letter-included = { NUMBER($count) } of { NUMBER($total) } included
letter-clean = No remarks
letter-remarks =
    { $count ->
        [one] { $count } remark
       *[other] { $count } remarks
    }
letter-stops =
    { $count ->
        [one] { $count } remark stops the signing
       *[other] { $count } remarks stop the signing
    }
letter-kk = Text in Kazakh
letter-ru = Text in Russian
letter-restore = Restore the program’s text
letter-preview = As it will be printed
letter-saved = Saved
letter-changed = Changed, saving…
letter-saving = Saving…
letter-send = Send to sign
letter-sent = The refusal went to the supervisor to sign
letter-send-title = Send the refusal to sign?
letter-send-about = All grounds are stated at once. Until the supervisor signs, the refusal remains a draft.
letter-part-explanation = Explanation (for example, why the term was missed)
letter-part-hearing = Hearing
letter-part-appeal = How to appeal
letter-texts = Texts of the letter
