### Today: the day in figures and the cases that wait.

today-title = Today
today-day-off = Today is a day off
today-whose = Whose cases
today-mine = Mine
today-office = Whole centre
today-strips = Filter by term
today-overdue = Overdue
today-today = Today
today-tomorrow = Tomorrow
today-later = Later
today-waiting = At the centre
today-all = All
today-expiring = Expiring vouchers
today-to-sign = To sign
today-to-print = To print
today-not-confirmed = Not confirmed
today-next-due = The next term: { $date }
today-nothing-due = No case has a running term
today-nothing-next = No case waits for you
