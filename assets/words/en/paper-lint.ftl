# Remarks on a draft refusal before it is signed.
paper-lint-no-ground = The refusal has no ground: there can be no refusal.
paper-lint-foreign-ground = Item { NUMBER($finding) }: the Rules know no such ground at this step. Remove it.
paper-lint-left-out = The check “{ $check }” failed and is not in the refusal: name all grounds at once, or the person comes twice.
paper-lint-contradiction = Item { NUMBER($finding) } contradicts the check “{ $check }”: it has another verdict or another ground. Make them agree.
paper-lint-twice = The check “{ $check }” is named twice. Keep one.
paper-lint-unknown-check = Item { NUMBER($finding) } is tied to no failed check of the case. Tie it or remove it.
paper-lint-fact-missing = Item { NUMBER($finding) }: no fact is stated ({ $tongue }). Write what was found.
paper-lint-source-missing = Item { NUMBER($finding) }: it does not say where the requirement stands. Name the paragraph or the standard.
paper-lint-check-open = The check “{ $check }” has no verdict yet: there may be another ground. Finish it.
paper-lint-answer = The answer of the recognition centre does not agree with the paragraph: paragraph 9 needs one, paragraph 8 has none.
paper-lint-appeal-missing = The notice of appeal is missing ({ $tongue }). Add it: without it the term of complaint grows longer.
paper-lint-signer-missing = The body or the official is not named. Name them.
paper-lint-overdue = The term ended on { DATE($due) }: add an explanation.
