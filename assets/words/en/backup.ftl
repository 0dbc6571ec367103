### Backups.

backup-title = Backups
backup-about = Backups are encrypted, made by themselves and thinned out. On a new computer they open with a password or the recovery card.
backup-now = Back up now
backup-to = To a folder…
backup-busy = Copying…
backup-made = The backup is made: { $name }
backup-empty = No backups yet
backup-col-name = File
backup-col-when = When
backup-col-size = Size
