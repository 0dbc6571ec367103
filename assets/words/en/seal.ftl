## The QR code of a voucher or a refusal: the signature checked without a network.

seal-holds = The signature holds: this office issued the document and nobody changed it.
seal-kind-voucher = One-time voucher
seal-kind-refusal = Reasoned refusal
seal-field-kind = Document
seal-field-number = Number
seal-field-correction = Corrected copy
seal-field-issued = Issued
seal-field-last-day = Valid through
seal-field-iin = Last four digits of the IIN
seal-field-office = Office
seal-field-key = Key
seal-correction = correction { NUMBER($copy) }
seal-compare = Compare the number, the dates and the digits of the IIN with what is printed on the paper.
seal-extended-hint = The term may have been extended after printing: the program shows the last day.
seal-not-a-seal = This is not the code of a Tanu document: such a code begins with TANU1. Scan the QR code of the voucher or refusal again.
seal-too-long = The text is longer than the code of a document. Scan one QR code, without other text around it.
seal-character = Character { NUMBER($at) } does not occur in a code. Check the keyboard layout and scan it again.
seal-incomplete = The code has { $found ->
    [one] { $found } part
   *[other] { $found } parts
} instead of ten: it was not read to the end. Scan it again.
seal-kind = This version does not know the kind of document. Update the program.
seal-number = The number in the code is damaged. Scan the code again.
seal-issued = The day of issue in the code is damaged. Scan the code again.
seal-last-day = The last day in the code does not fit the kind of document. Scan it again; if it stays so, the document was changed.
seal-iin = The digits of the IIN in the code are damaged. Scan the code again.
seal-content = The digest of the content in the code is damaged. Scan the code again.
seal-damaged = The signature in the code is damaged. Scan the code again.
seal-unknown-key = Key { $key } is not in the file of public keys. Ask the labour mobility centre for a fresh file; until then the document is not confirmed.
seal-forged = The signature does not fit: the document was changed or another office issued it. Do not accept it and tell the labour mobility centre.
seal-key-not-in-force = Key { $key } was not in force on the day of issue. Do not accept the document until the labour mobility centre confirms it.
seal-keys-too-large = The file of public keys is too large: it is another file.
seal-keys-not-json = Line { NUMBER($line) }, character { NUMBER($column) }: this is not a file of public keys. Give the file you got from the labour mobility centre.
seal-keys-version = Version { $version } of the file of public keys is unknown to this program. Update the program.
seal-keys-key = Key { NUMBER($place) } of the file is damaged or does not fit its name. Get the file again.
seal-keys-dates = Key { NUMBER($place) } of the file ends before it begins. Get the file again.
seal-keys-twice = Key { NUMBER($place) } stands in the file a second time. Get the file again.
seal-replaced = This copy was replaced by a corrected one (corr. { NUMBER($copy) }): the new one is good.
seal-annulled = This voucher was annulled on { DATE($on) }.
seal-extended = The validity has changed since: the last day is { DATE($last_day) }.
