# What a host says when a command could not do what was asked.

api-request-shape = The request has the wrong shape: { $problem }. Look at the command's request with “backroom-cli commands --json”.
api-internal = Backroom made a mistake of its own. Nothing was changed. Please report it with the details.
api-unknown-command = There is no command “{ $name }”. “backroom-cli commands” lists them all.
api-not-found = This { $what } is not there any more. Look at the list again.
api-stale = Somebody changed this meanwhile. Look at it again and repeat your change if it still fits.
api-no-shop = There is no shop here yet. Set it up first, or open the sample shop.
api-stopped = Stopped. Nothing was changed.
api-file = The file { $path } could not be read or written. Check that it exists, that you may use it and that the disk is not full.
api-printer = The printer did not take it: { $problem }. Nothing is lost, print it again from the documents of the order.
api-in-use = This shop is open in Backroom. Close that window first, or look without changing.
api-newer = This shop was last used with a newer Backroom (data version { $found }, this one knows { $known }). Update Backroom; nothing was changed.
api-engine-too-old = The database library { $version } on this computer is not safe for your data. Install Backroom again.
api-exists = This exists already.
api-disk-full = The disk is full. Nothing of this change was kept. Free some space and do it again.
api-damaged = The shop’s data file is damaged. Nothing was overwritten. Restore the newest backup.
api-engine = The database did not do it. Nothing of this change was kept. Try again; if it stays, look at the details.
list-limit = A page holds 1 to 200 rows.
list-page-mark = This page mark does not belong to this list. Start again at the first page.
text-too-long = This text is longer than { $most } characters. Shorten it.
text-has-nul = This text contains a sign that cannot be kept (U+0000). Type it again without it.
