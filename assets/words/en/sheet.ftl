### How the days of a sheet count.

sheet-counted = its days count in full
sheet-begun-before-issue = it began before the issue: only the days after it count
sheet-overlaps = it overlaps another: common days count once
sheet-within-others = it lies within others: it adds no day
sheet-before-issue = it ended before the issue: it does not count
sheet-after-last-day = it began after the last day: it does not count
