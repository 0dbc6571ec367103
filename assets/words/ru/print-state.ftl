### Состояние печати.

print-state-waiting = ждёт
print-state-sent = отправлено на принтер
print-state-printed = вышло
print-state-failed = не вышло
