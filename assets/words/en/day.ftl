### Why a day counts or not.

day-day-zero = day of the event, not counted
day-working = working day
day-weekend = weekend
day-holiday = holiday
day-substitute = day off for a holiday
day-transfer = transferred day off
day-religious = religious holiday
day-working-weekend = working weekend
day-calendar = calendar day
