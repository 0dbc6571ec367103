### Faults in data files of the law: calendar, edition, index.

data-fault-shape = { $place }: this is not JSON of the expected shape: { $detail }
data-fault-format = { $place }: the format number is { $found }, the program knows { $known }; update the program
data-fault-empty = { $place }: empty; fill it in
data-fault-twice = { $place }: "{ $value }" occurs twice; keep one
data-fault-no-such-day = { $place }: there is no day { $value } (month-day)
data-fault-ends-before-it-begins = { $place }: it ends before it begins; check the years
data-fault-language-missing = { $place }: a text is missing in one of three languages; fill in kk, ru, en
data-fault-year-out-of-range = { $place }: the year { $value } is not possible
data-fault-other-year = { $place }: the day { $value } does not belong to { $year }
data-fault-already-weekend = { $place }: { $value } is a weekend already; name a weekday
data-fault-not-weekend = { $place }: { $value } is not a weekend day; a Saturday or Sunday is needed
data-fault-year-not-known = { $place }: the year { $value } is not in the calendar; add it first
data-fault-no-years = { $place }: there is not a single year
data-fault-gap = { $place }: a year is missing before { $value }; years must follow one another
data-fault-missing = { $place }: the date of "{ $value }" is missing; add it
data-fault-not-known = { $place }: "{ $value }" is not a known name
data-fault-words-and-state = { $place }: the text of paragraph { $value } does not fit its state
data-fault-out-of-range = { $place }: { $value } is out of bounds
data-fault-order = { $place }: { $value } breaks the order of dates; write from old to new
data-fault-bank-code = { $place }: "{ $value }" is not a bank code; three digits are needed
data-fault-none-confirmed = { $place }: there is no confirmed edition
