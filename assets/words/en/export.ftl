### The data of one person, given to that person.

export-open = Give out the person’s data
export-title = The claimant’s data, case № { $number }
export-about = Everything kept about the person is written into one encrypted file. The journal records it.
export-passphrase = Passphrase of the file
export-passphrase-hint = Tell it to the person apart from the file, by another way. It is not kept.
export-passphrase-again = Passphrase once more
export-go = Choose a folder and save
export-busy = Writing…
export-done = The file is ready: { $path } ({ $size }). Tell the person the passphrase by another way.
export-of = Give out the data: case № { $number }
