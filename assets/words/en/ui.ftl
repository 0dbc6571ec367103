### Words shared by the whole window.

ui-close = Close
ui-cancel = Cancel
ui-save = Save
ui-undo = Undo
ui-again = Try again
ui-yes = yes
ui-no = no
ui-copy = Copy
ui-copied = Copied
ui-reading = Reading the database…
ui-mend =
    { $count ->
        [one] Mend { $count } field
       *[other] Mend { $count } fields
    }
ui-bug = Something unforeseen happened in the program. What was saved is safe. Try again or tell the administrator.
