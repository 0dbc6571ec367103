### The list of applications.

queue-title = Applications
queue-grid = List of cases
queue-col-deadline = Legal term
queue-col-todo = What to do
queue-col-who = Who
queue-col-profession = Profession and centre
queue-col-checks = Checks
queue-col-owner = Owner
queue-profession = { $profession }, level { NUMBER($level) }
queue-group-overdue = Overdue
queue-group-today = Due today
queue-group-tomorrow = Due tomorrow
queue-group-later = This week and later
queue-group-waiting = Waiting for the centre: the Rules set no term
queue-group-expiring = Expiring vouchers
queue-group-to-sign = To sign
queue-group-to-print = To print
queue-group-not-confirmed = Not confirmed by the centre
queue-find = Name, IIN, phone, voucher or act No.
queue-centre = Recognition centre
queue-centre-any = Centre: any
queue-clear = Clear the filter
queue-count =
    { $count ->
        [one] { $count } case
       *[other] { $count } cases
    }
queue-dense = Dense rows
queue-roomy = Roomy rows
queue-none = Nothing was found
queue-none-text = Nothing for “{ $text }”. Try clearing the filter.
queue-empty = All is done
queue-empty-title = No applications yet
queue-empty-about = Take in the first one: press “Take in an application” or drop its folder on the window.
queue-excel = Registers
queue-register-applications = Register of applications, Excel
queue-register-refusals = Register of refusals, Excel
queue-register-vouchers = Register of vouchers, Excel
queue-register-payments = Register of payments, Excel
queue-register-saved = Saved: { $path }, rows: { $rows }
queue-closed = Closed ones
queue-order = Order
queue-order-fatal = By term
queue-order-received = By receipt
queue-order-name = By name
queue-hint-row = row
queue-hint-open = open
queue-hint-next = most urgent
queue-hint-filter = filter
queue-hint-command = command
queue-hint-keys = all keys
queue-peek = The chosen case
queue-peek-suggested = The most urgent
queue-peek-next = Next
queue-peek-open = Open the case
