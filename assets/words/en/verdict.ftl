### Verdicts.

verdict-pass = passed
verdict-fail = failed
verdict-warn = take note
verdict-human = a person decides
verdict-not-applicable = not applicable
