### Басып шығару күйі.

print-state-waiting = күтуде
print-state-sent = принтерге жіберілді
print-state-printed = шықты
print-state-failed = шықпады
