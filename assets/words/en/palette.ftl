### Search and commands.

palette-label = Search and commands
palette-hint = Command, name, IIN, voucher №, phone…
palette-people = Claimants
palette-actions = Acts
palette-rooms = Go to
palette-nothing = Nothing for “{ $text }”
palette-more = There are more: make it narrower
palette-count = Found: { NUMBER($count) }
