### Remarks on copies.

copy-missing = The file is not in the folder
copy-outside = The path leads out of the folder: the file was not opened
copy-empty = The file is empty
copy-encrypted = The file is locked with a password
copy-unreadable = The file is damaged or was cut off
copy-wrong-format = Neither PDF nor JPEG nor PNG
copy-too-large = The file is larger than allowed
copy-hash-differs = The file differs from the one the platform sent
copy-pages-differ = The number of pages differs: stated { $stated }, found { $found }
copy-unnamed = The application does not name this file: it was not taken
