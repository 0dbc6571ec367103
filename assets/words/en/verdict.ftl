### Verdicts.

verdict-pass = passes
verdict-fail = fails
verdict-warn = take note
verdict-human = a person decides
verdict-not-applicable = not applicable
