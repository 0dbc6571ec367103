## The batch of the day: names inside the file.

printing-cover = Cover sheet
printing-day = Papers of { DATE($day) }
