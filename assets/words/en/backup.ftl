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
backup-restored = The database was restored on { $at }. Exchange is stopped until you confirm.
backup-restored-about = Compare the open cases and the latest entries with the date of the copy, then confirm.
backup-confirm = Confirm the data
backup-confirmed = The restored data are confirmed, exchange goes on
backup-restore = Restore from a copy
backup-restore-about = This computer has no database. Give the folder of the copy and your own login and password of that database. The copy itself is not changed.
backup-restore-folder = Full path of the folder of the copy
backup-restore-folder-hint = Open the folder in Explorer and copy the address line
backup-restore-need = Fill in the field: { $field }
backup-restore-card = If the password is forgotten, the administrator opens the copy with the recovery card on the command line: tanu-cli restore --recovery
backup-restore-go = Restore and sign in
backup-restore-busy = Restoring…
backup-restore-done = The database was restored from a copy. Exchange is stopped until the administrator confirms.
backup-restore-not = Set up a new office instead
