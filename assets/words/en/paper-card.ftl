# Recovery card: a sheet for a sealed envelope.
paper-card-file-title = Recovery card, { $date }
paper-card-title = RECOVERY CARD
paper-card-vault = Database { $vault }. The card was made on { $day }. The former card no longer works.
paper-card-code-says = Recovery code for a camera
paper-card-typing = Type the groups in their order. Capital and small letters, blanks and dashes make no difference; there are no letters I, L, O and U in the code. The last sign of each group is a check: when a group is wrong, the program names its number.
paper-card-opens = What it opens
paper-card-opens-what = All data of the office in the program Tanu: the database, copies of documents, backups. No password is needed.
paper-card-opens-how = A password is forgotten: “Forgot the password?” on the sign-in page. A new computer: “Restore from a copy”, then “Card”.
paper-card-keep = How to keep it
paper-card-keep-safe = In a sealed envelope with signature and date, in the safe of the head.
paper-card-keep-apart = Apart from the computer and from the disk with the backups.
paper-card-keep-no-picture = Do not photograph it, send it or keep it in a file: whoever knows the code opens the data.
paper-card-lost = When the card is lost or the envelope is open
paper-card-lost-new = The administrator makes a new card: “People” → “Recovery card”. The old one stops working at once.
