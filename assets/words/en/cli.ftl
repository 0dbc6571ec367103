## The command line tanu-cli: help, answers, and refusals of unusable input.

cli-about = The Rules of vouchers without a window: terms, dates, numbers, sums and checks

cli-help-usage = usage
cli-help-commands = Commands
cli-help-options = Options
cli-help-help = show this help
cli-help-version = show the version
cli-help-json = answer in JSON
cli-help-language = language of the answer: kk, ru or en (default: the system's)
cli-help-calendar = days off and working days of a year
cli-help-calendar-year = year
cli-help-calendar-week = the office's working week: 5 or 6 days
cli-help-due = the last day of a term in working days, day by day
cli-help-due-from = day of the event (YYYY-MM-DD) or an instant by RFC 3339
cli-help-due-working-days = length of the term in working days
cli-help-due-edition = edition of the Rules: A, B, C
cli-help-due-week = the office's working week: 5 or 6 days
cli-help-due-region = code of the region by whose clock the day is taken
cli-help-iin = check an individual identification number
cli-help-iin-number = twelve digits
cli-help-bin = check a business identification number
cli-help-bin-number = twelve digits
cli-help-iban = check an account number
cli-help-iban-number = twenty characters, spaces allowed
cli-help-validity = the last day of a voucher
cli-help-validity-issued = day of issue
cli-help-validity-sheet = a sick-leave sheet, may be repeated
cli-help-validity-edition = edition of the Rules; without it the confirmed one on the day of issue
cli-help-validity-week = the office's working week: 5 or 6 days
cli-help-validity-region = code of the region
cli-help-settle = reimbursement, the claimant's share and material aid
cli-help-settle-profile = profile of the profession: social or technical
cli-help-settle-price = the centre's price in tenge
cli-help-settle-protocol = day of the protocol
cli-help-settle-home = code of the region of permanent registration
cli-help-settle-venue = code of the region of the exam, or remote
cli-help-settle-issued = day of issue of the voucher
cli-help-settle-paid = day of payment
cli-help-settle-edition = edition of the Rules
cli-help-allocate = share vouchers among the regions for three years
cli-help-allocate-statistics = a csv table with columns region,weight
cli-help-allocate-total = how many vouchers for all three years
cli-help-allocate-years = three years, such as 2026..2028
cli-help-allocate-minimum = at least how many for every region over the three years

cli-usage-command-missing = No command was given; tanu-cli --help lists the commands
cli-usage-command-unknown = There is no command "{ $command }"; tanu-cli --help lists the commands
cli-usage-missing = Something required is missing: { $option }; add it and try again
cli-usage-unknown = The option "{ $option }" does not belong here; --help shows what does
cli-usage-value = The option { $option } has no fitting value; --help shows what it needs
cli-usage-twice = The option { $option } is given twice or contradicts another; keep one
cli-usage-utf8 = The command line has characters that are not UTF-8; type it again

cli-bad-language = The language "{ $value }" is not known (--language): write kk, ru or en
cli-bad-date = { $option }: "{ $value }" is not a date; write a day that exists as YYYY-MM-DD
cli-bad-moment = { $option }: "{ $value }" is neither a date nor an instant; write 2025-10-14 or 2025-10-14T10:00:00+05:00
cli-bad-region = { $option }: there is no region "{ $value }"; two-digit KATO codes: { $codes }
cli-bad-week = --week: "{ $value }" is not a working week; write 5 or 6
cli-bad-count = { $option }: "{ $value }" is not a whole number from zero up; write it in digits, such as 5
cli-bad-money = { $option }: "{ $value }" is not a sum in tenge: { $why }; write 38400 or 38400.50, for example
cli-bad-edition = --edition: there is no edition "{ $value }"; known are: { $known }
cli-bad-profile = --profile: the profile "{ $value }" is not known; write social or technical
cli-bad-year = "{ $value }" is not a year; write four digits, such as 2026
cli-bad-years = --years: "{ $value }" is not three years in a row (paragraph 18 of the Rules); write 2026..2028, for example
cli-bad-file = The file { $file } cannot be read: { $reason }; check its path and permissions
cli-bad-file-text = The file { $file } is not text in UTF-8; save it as UTF-8

cli-money-empty = nothing is written
cli-money-negative = a sum is never negative
cli-money-not-digit = there is a foreign character
cli-money-grouping = spaces divide digits only by threes
cli-money-decimals = one or two digits follow the decimal mark
cli-money-too-large = the sum is too large

cli-year-unknown = The calendar of { $value } is not known: days from { DATE($from) } to { DATE($to) } are; add the year
cli-calendar-unknown = { DATE($date) } lies outside the known calendar from { DATE($from) } to { DATE($to) }; add the year to the calendar
cli-calendar-runs-out = { NUMBER($days) } working days after { DATE($from) } run past { DATE($to) }, the end of the known calendar; add the year
cli-edition-none-on = No confirmed edition of the Rules is known for { DATE($date) }: the first begins on { DATE($first) }
cli-edition-not-at-hand = Edition { $edition } does not know paragraph { $paragraph }: its text is not at hand; name another edition with --edition
cli-dates-out-of-range = The dates lead out of every calendar; check the years
cli-mrp-unknown = The index for { DATE($date) } is not known: there are values from { DATE($from) } to { DATE($to) }

cli-calendar-title =
    { $year }, { NUMBER($week) }-day week: { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    }
cli-calendar-estimated = {" "}(estimated date)
cli-calendar-version = Calendar { $version }

cli-why-day-zero = day of the event, not counted
cli-why-working = working day
cli-why-weekend = weekend
cli-why-holiday = holiday
cli-why-substitute = day off for a holiday
cli-why-transfer = transferred day off
cli-why-religious = day off, Labour Code
cli-why-working-weekend = working weekend day

cli-due-title = Last day: { DATE($due) }, { $weekday }

cli-number-empty = The number is empty.
cli-number-not-digit = Character { NUMBER($place) }, "{ $found }", is not a digit.
cli-number-length =
    { $found ->
        [one] The number has { $found } digit, 12 are needed.
       *[other] The number has { $found } digits, 12 are needed.
    }
cli-number-check-digit = The check digit { NUMBER($found) } does not agree: it should be { NUMBER($expected) }.
cli-number-never-issued = Such a number is never issued: both passes of the check digit give ten.
cli-iin-valid =
    The number is right: { $sex ->
        [male] male
       *[female] female
    }, born on { DATE($born) }.
cli-iin-valid-century = The number agrees, but a seventh digit of 0 tells neither century nor sex: look at the document.
cli-iin-century = The seventh digit { NUMBER($digit) } is not assigned: it runs from 1 to 6.
cli-iin-date = The first six digits ({ $day }.{ $month }.{ $year }) are not a date of birth.
cli-bin-valid =
    The number is right: { $owner ->
        [resident] resident
        [non_resident] non-resident
       *[joint_entrepreneurship] joint entrepreneurship
    }, { $unit ->
        [head_unit] head unit
        [branch] branch
        [representative_office] representative office
       *[peasant_farm] peasant farm
    }, registered { $month }.
cli-bin-month = There is no month { $month } of registration.
cli-bin-looks-like-iin = The fifth digit looks like a day of a month: this is a person's number.
cli-bin-owner = The fifth digit { NUMBER($digit) } is not assigned: it is 4, 5 or 6.
cli-bin-unit = The sixth digit { NUMBER($digit) } is not assigned: it runs from 0 to 3.
cli-iban-valid = Account { $number } is right, bank: { $bank }.
cli-iban-valid-bank-unknown = Account { $number } is right; the bank with code { $code } is not known to us, check it.
cli-iban-changed-spaces = spaces were taken out
cli-iban-changed-lower-case = small letters were made capital
cli-iban-changed-cyrillic = Cyrillic letters were replaced by Latin ones
cli-iban-empty = The account number is empty.
cli-iban-letter = Character { NUMBER($place) }, "{ $found }", does not occur in an account number.
cli-iban-country = The number begins with "{ $found }" instead of KZ.
cli-iban-length =
    { $found ->
        [one] The number has { $found } character, 20 are needed.
       *[other] The number has { $found } characters, 20 are needed.
    }
cli-iban-check-digits = Two digits must follow KZ.
cli-iban-bank-code = The bank code must be three digits.
cli-iban-checksum = The check digits do not agree: something is mistyped.

cli-validity-title = Last day of validity: { DATE($date) } (edition { $edition })
cli-validity-extended =
    Without sheets it would be { DATE($base) }; the sheets add { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
cli-validity-annul = Annulment not before the end of { DATE($date) }
cli-validity-annul-unknown = The calendar is not known that far: nothing is annulled until the year is added
cli-validity-unconfirmed = By the press edition { $edition } is already in force: check the Adilet database
cli-sheet-counted = the whole period counts
cli-sheet-begun-before-issue = begun before the issue: the days after it count
cli-sheet-overlaps = some days are counted by another sheet
cli-sheet-within-others = all days are counted by other sheets
cli-sheet-before-issue = ended before the validity began
cli-sheet-after-last-day = begun after the last day
cli-sheet-reached-by-others = in time only because other sheets moved the last day
cli-sheet-late = came late, look at it yourself
cli-sheet-after-lapse = came after the lapse: the voucher is reinstated
cli-sheet-ends-before = --sheet: the sheet ends on { DATE($to) }, before it begins on { DATE($from) }; check the dates
cli-sheet-shape = --sheet: "{ $value }" is not a sheet; write 2025-10-01..2025-10-10 or 2025-10-01..2025-10-10@2025-10-13

cli-basis-protocol = protocol
cli-basis-issue = issue
cli-basis-payment = payment
cli-settle-mrp = Index { MONEY($mrp) } on { DATE($date) } ({ $basis })
cli-settle-reimbursed = The centre is reimbursed { MONEY($reimbursed) } (cap { MONEY($cap) }, paragraph 14(1))
cli-settle-claimant = The claimant pays { MONEY($claimant) } (paragraph 15)
cli-settle-aid = Material aid { MONEY($aid) } (paragraph 14(2))
cli-settle-aid-undecided = Material aid is not decided: give --home and --venue (paragraph 14(2))
cli-settle-alternative = Otherwise, { $basis } { DATE($date) }: index { MONEY($mrp) }, centre { MONEY($reimbursed) }, claimant { MONEY($claimant) }, aid { MONEY($aid) }
cli-settle-unknown = Otherwise, { $basis } { DATE($date) }: the index for that date is not known yet
cli-settle-unverified = This value of the index was not checked against a budget law: check it before paying
cli-settle-basis-missing = This edition takes the index by the date of { $basis }, which is not given; add it

cli-allocate-title = { NUMBER($total) } vouchers shared by largest remainder
cli-allocate-weight = weight
cli-allocate-missing = No rows for regions: { $codes }
cli-allocate-minimum = --minimum: { NUMBER($regions) } regions with { NUMBER($minimum) } each exceed the total of { NUMBER($total) }; lower the minimum
cli-statistics-header = { $file }, line { NUMBER($line) }: the header region,weight is needed
cli-statistics-columns = { $file }, line { NUMBER($line) }: exactly two columns are needed, region and weight
cli-statistics-region = { $file }, line { NUMBER($line) }: there is no region "{ $found }"; a two-digit KATO code is needed
cli-statistics-weight = { $file }, line { NUMBER($line) }: "{ $found }" is not a weight; a number from zero up with at most six decimals is needed
cli-statistics-twice = { $file }, line { NUMBER($line) }: region { $found } was there before; keep one line
cli-statistics-no-rows = { $file }, line { NUMBER($line) }: there is not a single row with a region
cli-statistics-all-zero = { $file }, line { NUMBER($line) }: all weights are zero, there is nothing to share by

## seal

cli-help-seal = check the QR code of a voucher or a refusal without a network
cli-help-seal-action = what to do: verify
cli-help-seal-payload = text of the code; `-` reads standard input
cli-help-seal-keys = file of public keys from the labour mobility centre

## verify, backup, restore, export, open-export, rekey
cli-help-verify = check database, journal, signatures and attachments
cli-help-verify-data = data folder
cli-help-verify-login = login of whoever opens it
cli-help-verify-password-file = file with the password (its first line)
cli-help-verify-recovery = open with the recovery code
cli-help-backup = a checked copy of everything into a folder of choice
cli-help-backup-data = data folder
cli-help-backup-login = login of whoever opens it
cli-help-backup-password-file = file with the password (its first line)
cli-help-backup-recovery = open with the recovery code
cli-help-backup-to = where to put the copy
cli-help-restore = restore a copy, or repair damaged data
cli-help-restore-data = data folder
cli-help-restore-login = login of whoever opens it
cli-help-restore-password-file = file with the password (its first line)
cli-help-restore-recovery = open with the recovery code
cli-help-restore-from = folder of the copy
cli-help-restore-broken = repair from the folder's own copies
cli-help-export = export everything of one person
cli-help-export-data = data folder
cli-help-export-login = login of whoever opens it
cli-help-export-password-file = file with the password (its first line)
cli-help-export-recovery = open with the recovery code
cli-help-export-iin = IIN of the person
cli-help-export-out = file to write
cli-help-export-passphrase-file = file with the passphrase (its first line)
cli-help-open-export = open an export
cli-help-open-export-file = the export
cli-help-open-export-to = where to put the files
cli-help-open-export-passphrase-file = file with the passphrase (its first line)
cli-help-rekey = change the data key
cli-help-rekey-data = data folder
cli-help-rekey-login = login of whoever opens it
cli-help-rekey-password-file = file with the password (its first line)
cli-help-rekey-recovery = open with the recovery code

## paper

cli-help-paper = print an official form to PDF
cli-help-paper-kind = form: application, refusal, voucher, act, persons, hand-out, register, notice-extension, notice-annulment, notice-reinstatement, return, cover
cli-help-paper-input = data of the form (see docs/PAPERS.md)
cli-help-paper-output = where to write the PDF
cli-paper-language = --language: papers are printed in kk, ru or both, not in “{ $value }”
cli-paper-kind = There is no form “{ $value }”; there are: { $kinds }
cli-paper-data = File { $file } does not fit the form: { $cause }; docs/PAPERS.md names the fields
cli-paper-unwritten = File { $file } was not written: { $reason }; check the folder and the rights
cli-paper-done = Written to { $file }: pages { NUMBER($pages) }, bytes { NUMBER($bytes) }, SHA-256 { $sha }

## check

cli-help-check = check an application: all remarks at once
cli-help-check-file = the file application.json
cli-help-check-on = day of the check (the day of receipt by default)
cli-help-check-edition = edition of the Rules: A, B, C
cli-check-fail = Not in order:
cli-check-human = A person decides:
cli-check-warn = To know:
cli-check-pass = In order:
cli-check-line = { $title }: { $said } (par. { $paragraph })
cli-check-no-day = { $file }: neither a receipt stamp nor a date; give --on YYYY-MM-DD
cli-read-fault = { $file }: { $place }: { $fault }

## run

cli-help-run = run a scenario under the Rules
cli-help-run-file = the scenario file
cli-run-ok = Step { $number }: { $events }
cli-run-denied = Step { $number }: denied – { $text } [{ $code }]
cli-run-case = Case { $case }: { $stage }
cli-run-clock = par. { $paragraph }: due { $due }, met { $met }
cli-run-late = par. { $paragraph }: due { $due }, met { $met } – late
cli-help-demo = make a demonstration office with invented cases
cli-help-demo-cases = how many cases
cli-help-demo-seed = seed of chance: the same number makes the same office
cli-help-demo-data = an empty data folder
