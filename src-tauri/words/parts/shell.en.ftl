## The window itself.

shell-not-picked = This file was not picked in this window. Pick it again, or drop it onto the window.
shell-unknown = The window asked for something this Backroom does not know ({ $verb }). Close it and start it again.
shell-malformed = The window asked for { $verb } in a form this Backroom does not know. Close it and start it again.
shell-not-written = { $name } could not be written. Check that the disk has room and that you may write to that folder, then try again.
shell-no-viewer = Nothing opened { $name }. Install a PDF viewer, or save the file and open it yourself.
shell-broken = A fault in Backroom kept the shop from opening. Nothing was changed. Close the window and start it again.
