### The preview of a paper.

preview-preview = The very file that will be printed
preview-draft = draft
preview-language = Language of the paper
preview-both = Both
preview-save = Save PDF
preview-save-to = To a folder…
preview-print = Print
preview-saved = Saved: { $path } ({ $size })
preview-show-folder = Open the folder
preview-printed = Sent to the printer “{ $printer }”, copies: { NUMBER($copies) }
preview-print-failed = The print failed. The file is safe; look at the printer and try again.
preview-unknown = There is no such paper
