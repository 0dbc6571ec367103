### Registers of the office in the window.

registers-title = Registers
registers-which = Which register
registers-applications = Journal of applications
registers-refusals = Register of refusals
registers-vouchers = Register of vouchers
registers-payments = Register of payments
registers-from = From
registers-to = To
registers-filter = Filter
registers-filter-about = The same as in the list of applications.
registers-text = Name, IIN, phone, voucher or act No.
registers-closed = Closed cases too
registers-mine = Only what waits for me
registers-drop = Drop
registers-excel = To Excel
registers-saved = Saved: { $path }
