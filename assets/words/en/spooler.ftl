## Why a paper did not go to the printer and what to do.

spooler-no-spooler = This computer has no print service. Save the paper as PDF and print it on another computer.
spooler-no-printer = No printer was found. Save the paper as PDF or ask the administrator to connect a printer.
spooler-unknown-printer = This printer is no longer there. Choose one from the list again.
spooler-copies-out-of-range = There may be 1 to 20 copies, { NUMBER($asked) } were asked for.
spooler-not-a-pdf = The paper was made with a fault and was not sent. Tell the administrator.
spooler-silent = The print service did not answer in { NUMBER($seconds) } s. Check that the printer is on and the network is there, and try again.
spooler-refused = The print service refused: { $text }. Check the printer and try again, or save the paper as PDF.
spooler-run = The print service could not be reached. Save the paper as PDF and tell the administrator.
spooler-write = The file to print could not be written. Check the free space on the disk and try again.
