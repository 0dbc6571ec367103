### Printing: the batch of the day.

print-title = Print
print-about =
    { $title }, { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }
print-printer = Printer
print-copies = Copies
print-copies-count = { NUMBER($count) } copies
print-default = default
print-not-accepting = takes no jobs
print-no-printer = No printer was found. Save the paper as PDF and print it from another computer.
print-day-title = Batch of the day
print-waiting = Waiting to be printed: { NUMBER($count) }
print-empty = Nothing to print today
print-empty-about = Signed refusals, vouchers and acts gather here.
print-take = Take into the batch
print-take-one = Take into the batch: { $title }, { $name }
print-col-paper = Paper
print-col-who = Who
print-col-state = State
print-col-acts = Acts
print-came = Came out
print-not-came = Again
print-look = Look at: { $title }, { $name }
print-batch = Print the batch
print-batch-count = Print the batch ({ NUMBER($count) })
print-nothing-chosen = Nothing is chosen
print-sent = Sent to the printer: { NUMBER($count) }. Tick off what came out.
print-preview = The batch: cover sheet and papers
print-save-instead = Save and open the folder
