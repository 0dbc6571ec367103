"""The same terms by NumPy's busday_offset and by the Python package holidays, each answer compared."""

import statistics
import sys
import time
from datetime import date, timedelta

import holidays
import numpy as np

folder, ours = sys.argv[1], float(sys.argv[2])
rows = np.fromfile(f"{folder}/clocks.bin", dtype="<i4").reshape(-1, 3)
start = rows[:, 0].astype("datetime64[D]")
term = rows[:, 1].astype(np.int64)
expected = rows[:, 2].astype("datetime64[D]")
off = np.loadtxt(f"{folder}/days_off.txt", dtype="datetime64[D]")
# Weekends are among the days off and working weekends are not: only so can NumPy know a working Saturday.
calendar = np.busdaycalendar(weekmask="1111111", holidays=off)


def median(work, rounds):
    took = []
    for _ in range(rounds):
        begin = time.perf_counter()
        answer = work()
        took.append(time.perf_counter() - begin)
    return answer, statistics.median(took)


# From a day off NumPy must first step back to a working day; the first working day after it is then day one.
answer, took = median(lambda: np.busday_offset(start, term, roll="backward", busdaycal=calendar), 7)
if not (answer == expected).all():
    sys.exit(f"NumPy {np.__version__} answers otherwise in {(answer != expected).sum()} of {len(rows)} terms")
rate = len(rows) / took
print(f"NumPy {np.__version__} busday_offset        {rate:>14.0f} per second, same answers; ours is {ours / rate:.1f} times as fast")

some = rows[:: max(1, len(rows) // 20000)]
epoch = date(1970, 1, 1)
days = [(epoch + timedelta(int(a)), int(n), epoch + timedelta(int(d))) for a, n, d in some]
kazakhstan = holidays.KZ(years=range(2023, 2029))


def by_holidays():
    # Day one is the first working day after day zero, also when day zero is off.
    return [kazakhstan.get_nth_working_day(day, n) for day, n, _ in days]


answer, took = median(by_holidays, 3)
wrong = [(day, n, end, found) for (day, n, end), found in zip(days, answer) if end != found]
rate = len(days) / took
same = "same answers" if not wrong else f"{len(wrong)} of {len(days)} answers differ, first {wrong[0]}"
print(f"holidays {holidays.__version__} get_nth_working_day {rate:>10.0f} per second, {same}; ours is {ours / rate:.0f} times as fast")
