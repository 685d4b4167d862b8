# Pick lists that are worked
pick-list-ended = This pick list has ended. Make a new one.
pick-line-done = This line was answered already, or is no longer wanted. Look at the list again.
pick-line-cancelled = The order was cancelled. Leave it on the shelf.
pick-found-range = { $found } cannot be found of { $asked } asked. Type a number from 0 to { $asked }.
pick-short-why = { $units ->
    [one] 1 unit is short. Say whether it is missing, damaged, or something else.
   *[other] { $units } units are short. Say whether they are missing, damaged, or something else.
}
pick-undo-gone = This answer cannot be taken back: the units are packed, called off, or were never fetched.
pick-undo-counted = The shelf was counted since. The count stands; pick the line again on a new list.
hold-not-found = { $units } × { $name } not found on the shelf
count-needed = Count { $sku }: a picker did not find { $units }
count-needed-at = Count { $sku } at { $bin }: a picker did not find { $units }
event-picked = Fetched { $units } × { $sku } for pick list { $list }
event-picked-short = { $units } × { $sku } not fetched for pick list { $list }: { $why ->
    [missing] not on the shelf
    [damaged] damaged
   *[other] another reason
}
event-picking-undone = Answer on pick list { $list } taken back
event-picking-left = Left off pick list { $list }
event-bin-changed = Moved from { $before } to { $after }

# Back to the shelf
put-back-done = This is back on the shelf already.
put-back-not-done = This is not back on the shelf yet.
put-back-range = Type how many units are back: from 1 to { $most }.
event-put-back-done = { $units } × { $sku } back on the shelf
event-put-back-gone = { $units } × { $sku } did not come back and left the stock
event-put-back-undone = { $units } × { $sku } wait to be put back again

# Window: the parts of shipping
ship-place-van = To hand over
ship-place-pick = Pick lists
ship-place-back = Back to the shelf
action-pick-number = Enter fewer, or another place
action-pick-back = Take an answer back
pick-lists-fact = what is to be fetched from the shelves
pick-lists-which = Which pick lists
pick-lists-open = Open
pick-lists-ended = Ended
pick-lists-none = No pick list is open
pick-lists-none-text = Select orders and make a pick list; it stands here until everything on it is fetched.
pick-lists-none-ended = No pick list has ended yet
pick-column-number = List
pick-column-state = State
pick-column-orders = Orders
pick-column-lines = Lines
pick-column-units = Units
pick-column-by = Made by
pick-column-when = When
pick-column-bin = Place
pick-column-sku = SKU
pick-column-title = Product
pick-column-asked = Fetch
pick-column-found = Found
pick-column-order = Order
pick-lines-left = { $count ->
    [one] 1 line left
   *[other] { $count } lines left
}
pick-found-of = { $found } of { $units }
pick-state-open = Open
pick-state-done = Done
pick-state-cancelled = Nothing fetched
pick-state-short = { $count ->
    [one] 1 unit short
   *[other] { $count } units short
}
pick-title = Pick list { $number }
pick-print = Print
pick-finish = End the list
pick-finish-found = { $count ->
    [one] The last line is fetched too
   *[other] All { $count } lines left are fetched too
}
pick-finish-left = { $count ->
    [one] Leave the last line for another list
   *[other] Leave { $count } lines for another list
}
pick-finished-found = { $count ->
    [one] 1 line fetched, the list is done
   *[other] { $count } lines fetched, the list is done
}
pick-finished-left = { $count ->
    [one] 1 line left for another list
   *[other] { $count } lines left for another list
}
pick-list-done = Pick list { $number } is done
pick-progress = { $done } of { $count ->
    [one] 1 line
   *[other] { $count } lines
}
pick-hint-all = all found
pick-hint-number = fewer
pick-hint-elsewhere = found elsewhere
pick-hint-back = take back
pick-line-open = To fetch
pick-line-found = Fetched
pick-line-short = { $found } found: { $why }
pick-line-left = Left for another list
pick-line-unwanted = No longer wanted
pick-why-missing = Missing
pick-why-damaged = Damaged
pick-why-other = Something else
pick-dialog-title = { $name }: what did you find?
pick-dialog-text = { $count ->
    [one] 1 unit for order { $number }
   *[other] { $count } units for order { $number }
}
pick-dialog-found = Found
pick-dialog-range = Type a number from 0 to { $most }
pick-dialog-why = { $count ->
    [one] Why is 1 missing?
   *[other] Why are { $count } missing?
}
pick-dialog-short-text = They are promised to nobody until somebody counts the shelf.
pick-dialog-bin = Found at another place
pick-dialog-bin-hint = Only if it lay elsewhere: that becomes its place.
pick-dialog-go = Say it

# Window: back to the shelf
put-back-fact = fetched, and no longer wanted
put-back-which = Which of them
put-back-waiting = To put back
put-back-done-view = Done
put-back-column-units = Units
put-back-partly = Only a part
put-back-state-waiting = To put back
put-back-state-done = On the shelf: { $who }
put-back-state-gone = Gone: { $who }
put-back-none = Nothing waits to be put back
put-back-none-text = When an order is cancelled after it was fetched, its units stand here until they lie on the shelf again.
put-back-none-done = Nothing was put back yet
put-back-booked = { $count } × { $name } back on the shelf
put-back-dialog-title = Put { $name } back
put-back-dialog-text = What you do not name here waits on.
put-back-dialog-units = Back on the shelf
put-back-dialog-gone = Broken or nowhere
put-back-dialog-gone-hint = These leave the stock.
put-back-dialog-go = Book it

# Scanned at the van
action-ship-keep = Keep the parcels as laid out
ship-keep = Keep this layout
ship-kept = Kept
ship-another-parcel = Another parcel
ship-layout-kept = The parcels of { $number } are kept as laid out
action-ship-scan = Scan parcels
scan-title = Scan each parcel
scan-van = Whose van
scan-any-van = Any carrier
scan-field = Number on the label
scan-hint = Scan a label, or type its number and press Enter.
scan-list = Scanned so far
scan-gone-count = { $count ->
    [one] 1 handed over
   *[other] { $count } handed over
}
scan-left = { $count ->
    [one] 1 parcel waits still
   *[other] { $count } parcels wait still
}
scan-stopped = { $number } stays here: { $why }
scan-none-left = No parcel waits any more
scan-empty = Scan or type the number on the label.
scan-handed = { $parcel } is handed over.
scan-gone = { $parcel } has left already.
scan-foreign = { $parcel } goes with { $carrier }, not with { $van }. Leave it here.
scan-retired = This label of { $parcel } was retired. Take it off the parcel and look at the order.
scan-several = Several parcels could be meant by { $code }: { $parcels }. None of them was handed over. Scan the barcode of its label.
scan-unknown = { $code } is on no parcel of yours. Look at the label again.
event-retired-label-scanned = The retired label of parcel { $parcel } was scanned

# Parcels before their label
label-combined = It is planned to leave in one parcel with { $numbers }. Ship them together, or take them apart first.
label-not-planned = This parcel is not planned any more. Look at the parcels again.
plan-on-lists = Its units are on two open pick lists. End these first.
event-parcels-planned = { $parcels ->
    [0] Planned to leave: { $orders }
    [one] 1 parcel planned: { $orders }
   *[other] { $parcels } parcels planned: { $orders }
}
pick-undo-on-list = This answer cannot be taken back: the line is on pick list { $list } now. Finish that list first.
