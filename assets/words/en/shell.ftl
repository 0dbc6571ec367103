### The standing parts of the window: rooms, top bar, state of the desk.

shell-title = Tanu — vouchers for recognition of qualifications
shell-dead = The program could not start
shell-demonstration = Demonstration: the people are invented
shell-skip = Skip to the page
shell-search = Search and commands
shell-help = Keys and help
shell-rooms = Rooms
shell-group-work = Work
shell-group-control = Control
shell-group-office = Office
shell-room-today = Today
shell-room-queue = Applications
shell-room-sign = To sign
shell-room-print = Printing
shell-room-journal = Journal
shell-room-calendar = Rules and calendar
shell-room-people = People
shell-room-backup = Backups
shell-room-settings = Settings
shell-import = Take in an application
shell-state = State of the desk
shell-database = Data
shell-alone = Local database
shell-alone-long = Kept on this computer, encrypted; decisions are made here
shell-outbox =
    { $count ->
        [one] { $count } entry waits to be sent
       *[other] { $count } entries wait to be sent
    }
shell-edition = Edition of the Rules
shell-edition-code = edition { $code }
shell-unconfirmed = not confirmed
shell-calendar = Calendar of working days
shell-calendar-line = calendar { $version }
shell-clock = Clock of the computer
shell-clock-fine = Agrees with the journal
shell-clock-behind = The clock is behind
shell-clock-behind-about = The clock of this computer is behind the last entry of the journal. Set date and time right, or terms would be counted wrongly.
shell-version = Version of the program
shell-none = none
shell-seal = Verify the QR code of a paper
shell-seal-about = Scan the code of a voucher or a refusal, or paste its text. It is verified without a network.
shell-seal-code = Text of the code
shell-seal-go = Verify
shell-lock = Lock
shell-room-acts = Acts
shell-room-registers = Registers
shell-room-office = Office
shell-disk-little = The disk { $disk } has little room: { NUMBER($free) } MB free.
shell-disk-little-about = Work goes on; below { NUMBER($needed) } MB nothing new will be written.
shell-disk-low = The disk { $disk } is full: { NUMBER($free) } MB free, work needs { NUMBER($needed) } MB.
shell-disk-low-about = Nothing new is written, everything saved is safe; reading, printing and signing out work.
shell-disk-do = Delete downloads nobody needs, empty the recycle bin, move old copies to another disk or call the administrator. Leave the folder { $folder } alone.
