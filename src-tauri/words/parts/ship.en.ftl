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
