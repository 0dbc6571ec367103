### Итог проверки.

verdict-pass = соответствует
verdict-fail = не соответствует
verdict-warn = обратите внимание
verdict-human = решает человек
verdict-not-applicable = не применимо
