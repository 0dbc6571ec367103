### Readings of the Rules.

reading-receipt-nonworking = what comes on a day off counts as received that day
reading-eod-fatal = the term ends at the end of the last day
reading-eod-target = our aim is the end of the working day
reading-office-week = working week of the office
reading-tz-by-date = the date by the time of the region on that day
reading-target-send-refusal = a refusal is sent the same day
reading-cp-remind = reminder to the centre
reading-cp-escalate = report to the head
reading-validity-inclusive = the last day counts in full
reading-annul-grace = annulment waits for the end of the next working day
reading-extension-by = sick days pause the term
