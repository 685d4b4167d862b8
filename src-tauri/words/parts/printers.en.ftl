# What printers say, and what to do.

printer-bad-address = “{ $address }” is not the address of a printer. It looks like ipp://printer.local/ipp/print.
printer-unreachable = { $printer } does not answer. Nothing was printed. Switch the printer on, check its cable or network, and print again.
printer-no-queues = This computer has no print system that answers. Enter the printer’s address yourself, or save the paper as a file.
printer-not-a-printer = { $printer } answers, but not as a printer. Nothing was printed. Check the address.
printer-refused = { $printer } refused the paper: { $said }. Nothing was printed.
printer-not-accepting = { $printer } takes no jobs at the moment. Nothing was printed. Look at its display, or switch its queue on again.
printer-format = { $printer } cannot print { $format }. Nothing was printed. Choose another printer, or open the paper in the viewer.
printer-unclear = The line to { $printer } broke, and it may have printed. Look at what lies in the printer before you print again.
printer-file = { $path } could not be written. Choose another folder, or make room on the disk.
printer-viewer = This paper is opened in the viewer. Print it from there.
printer-empty = There is nothing to print.
printer-note-paper = The printer does not know the paper { $paper } and took its own. Check the size of what came out.

## Reasons that a printer gives
printer-reason-paper-empty = The printer is out of paper. Fill it.
printer-reason-paper-needed = The printer waits for another paper. Put it in.
printer-reason-paper-low = The printer is low on paper.
printer-reason-jam = Paper is stuck in the printer. Take it out.
printer-reason-tray = The paper tray is not in the printer. Push it in.
printer-reason-output-full = The printer’s output tray is full. Empty it.
printer-reason-open = The printer’s cover is open. Close it.
printer-reason-ink-empty = The printer is out of ink or ribbon. Change it.
printer-reason-ink-low = The printer is low on ink or ribbon.
printer-reason-offline = The printer cannot be reached by its queue. Switch it on, and check its cable or network.
printer-reason-paused = The printer is paused. Press its button, or switch its queue on again.
printer-reason-memory = The printer’s memory is full. Wait until it has printed.
printer-reason-cancelled = The job was cancelled at the printer.
printer-reason-format = The printer could not read the document. Choose another printer, or open the paper in the viewer.
printer-reason-errors = The printer reports errors in what it printed. Look at the paper.
printer-reason-aborted = The printer gave the job up. Look at what lies in the printer before you print again.
printer-reason-other = The printer says: { $reason }.
