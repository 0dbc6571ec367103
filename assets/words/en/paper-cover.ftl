# Cover sheet of the day.
paper-cover-file-title = Papers of the day to sign, { $date }
paper-cover-title = Papers to sign, { $day }
paper-cover-how = Tick the square of what came out of the printer whole; return the rest to the print queue.
paper-cover-came-out = Out
paper-cover-kind = Paper
paper-cover-number = Number
paper-cover-name = About
paper-cover-pages = Pages
paper-cover-signature = Signature
