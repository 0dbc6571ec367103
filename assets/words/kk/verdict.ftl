### Тексеру қорытындысы.

verdict-pass = сәйкес
verdict-fail = сәйкес емес
verdict-warn = назар аударыңыз
verdict-human = адам шешеді
verdict-not-applicable = қолданылмайды
