### Notices of the day.

notice-clock-behind = The clock of this computer stands behind the last entry of the journal: check date and time
notice-day-off = Today, { DATE($date) }, is not a working day
notice-calendar-ends = The calendar of working days is known only to { DATE($date) }: an administrator has to add the next year
notice-edition-reported = Edition { $edition }, reported by the press, is not confirmed: edition { $known } is applied. Check adilet.zan.kz
