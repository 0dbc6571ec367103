### The state of a print.

print-state-waiting = waiting
print-state-sent = sent to the printer
print-state-printed = came out
print-state-failed = did not come out
