### Итог проверки.

verdict-pass = выполнено
verdict-fail = не выполнено
verdict-warn = обратите внимание
verdict-human = решает человек
verdict-not-applicable = не применяется
