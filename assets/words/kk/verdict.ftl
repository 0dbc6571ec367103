### Тексеру қорытындысы.

verdict-pass = орындалды
verdict-fail = орындалмады
verdict-warn = назар аударыңыз
verdict-human = адам шешеді
verdict-not-applicable = қолданылмайды
