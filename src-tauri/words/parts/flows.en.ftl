# What the shop's own work says: refusals, holds, what needs you, what happened.

## Ready to leave

not-ready-not-open = This order is not open.
not-ready-nothing-left = Nothing of this order is left to ship.
not-ready-held = { $holds ->
    [one] On hold.
   *[other] On hold, { $holds } times.
}
not-ready-money = Money is due. Ship it when it is paid.
not-ready-reserve-from = Its goods are reserved from { $day }. Reserve them now if it should leave earlier.
not-ready-reserve-by-hand = It waits to be reserved by hand.
reserve-not-waiting = It does not wait to be reserved: what is there is its own already, and what comes will be.
sign-never-waiting = Nothing is reserved for it yet. Reserve its goods first.
not-ready-last-shipment = { $short ->
    [one] 1 unit is not there yet, and this would be the last of { $most } shipments.
   *[other] { $short } units are not there yet, and this would be the last of { $most } shipments.
}
backorder-most-range = An order may leave in 2 to 9 shipments. Choose a number in between.
not-ready-let-go = { $short ->
    [one] 1 unit was let go, because nobody paid in time. It is kept again once the order is paid.
   *[other] { $short } units were let go, because nobody paid in time. They are kept again once the order is paid.
}
not-ready-short = { $short ->
    [one] 1 unit is not there yet.
   *[other] { $short } units are not there yet.
}

## The life of an order

order-life-no-such-step = An order that is { $life } cannot { $action }.
order-cancel-shipped = { $shipped ->
    [one] 1 unit has left already. Cancel the rest instead.
   *[other] { $shipped } units have left already. Cancel the rest instead.
}
order-complete-not-arrived = Not everything has arrived yet.
order-complete-money-due = Money is still due.
cancel-nothing-left = Nothing is left to cancel: all of it has left or was cancelled.
line-cancel-too-many = { $wanted } units cannot be cancelled, only { $left } have not left yet.
line-not-of-order = This line belongs to another order. Look at the order again.
restore-history = This order came in as history and stays as it was.
release-nothing-held = Nothing of this order is on hold.

## Ship anyway

sign-why = Say why it leaves although it is not ready.
sign-none = Nobody has signed for this order.
sign-done = Somebody has signed for it already.
sign-not-needed = Nothing stands in the way. Ship it.
sign-owner-only = Only the owner can sign for this.
sign-not-packer = The owner or customer service has to sign for this.
sign-never-address = A carrier refuses this address, and no signature changes that. Correct the address.
sign-never-unsettled = Choose first which side stands. Then it can leave.
sign-never-cancelled = It was cancelled in the shop system. Cancel it here, or release the hold if the buyer wants it after all.
sign-never-disputed = The payment is disputed. Answer the dispute first.
sign-never-nothing = Nothing of it is there, so nothing can leave.
sign-never-over = There is nothing left to ship.

## Holds

held-payment = Held: the payment has to be looked at.
held-fraud = Held: it looks unusual.
held-address = Held: the address has to be looked at.
held-stock = Held: goods are missing.
held-awaiting-return = Held until the return is back.
held-customer = Held: the customer has to answer.
held-until-date = Held until a day.
held-manual = Held by hand.
held-note = { $note }
hold-until-when = Choose the day on which this hold ends.
hold-unknown = On hold.
hold-left-before-restore = A backup was restored that does not know it, but this order left on { $day }. Look into the parcel's tracking before you ship it again.
hold-labelled-before-restore = A backup was restored that does not know it, but a label was made for this order on { $day }. Look for the parcel before you make another.
hold-called-off-before-restore = A backup was restored that does not know it, but this order was called off on { $day }. Cancel it again, or release it.
hold-changed-before-restore = A backup was restored that does not know what was changed about this order on { $day }. Compare it with the shop system, then release it.
need-changed-before-restore = A backup was restored that does not know what happened to this order on { $day }. Look whether its parcels are where this says.
hold-no-lines = The file has no lines for this order. Add what was sold, or import the file with the lines.
hold-conflict = { $fields ->
    [one] You and the shop system changed the same thing. Choose which one stands.
   *[other] You and the shop system changed { $fields } same things. Choose which ones stand.
}
hold-changed-on-paper = The shop system changed this after paper was printed: { FIELDS($field) }. Look at it before it leaves.
hold-edited-on-paper = This order was changed after paper was printed. Make its packing slip anew; keep a label as it is, or retire it and make another.
hold-line-added = The shop system added { $line } after paper was printed. Look at it before it leaves.
hold-line-absent = The shop system no longer names { $line }, and its total does not contain it. Cancel the line, or release the hold to send it.
hold-cancelled-there = Cancelled in the shop system while you were working on it. Stop packing, then cancel it here or release it.
hold-held-there = The shop system keeps this order back. Let it go there and import again, or release the hold.
hold-scheduled-there = The shop system has planned this order for a later day. Import again when the day has come, or release the hold.
hold-paid-no-more = It was paid when you began to work on it, and is paid no more. Look into the shop system before it leaves.
hold-restored-refunded = The money of this order went back to the customer. Look whether it is to be sent before you release the hold.

## What needs you

need-less-than-shipped = The shop system now wants fewer units than have left. Settle it with the customer.
need-revived-there = The shop system cancelled this order and now has it open again, while it is cancelled here. Take the cancellation back, or close this.
need-goes-on-there = The shop system had cancelled this order and now has it open again, while units of it were called off here. Choose under the differences which units stand, then close this.
need-cancelled-after-leaving = { $units ->
    [one] The shop system cancelled this order after 1 unit had left here. Take the parcel back if it still can be, else ask the customer for it; then refund it in the shop system.
   *[other] The shop system cancelled this order after { $units } units had left here. Take the parcel back if it still can be, else ask the customer for it; then refund it in the shop system.
}
need-refunded-after-leaving = { $units ->
    [one] The shop system paid this order back in full after 1 unit had left here. Ask the customer for it back, or close this if they may keep it.
   *[other] The shop system paid this order back in full after { $units } units had left here. Ask the customer for them back, or close this if they may keep them.
}
need-unshipped-there = The shop system says that nothing of this order has left, while here { $units ->
    [one] one unit has
   *[other] { $units } units have
} left. Look where the goods are.
need-fewer-shipped-there = The shop system no longer says that { $units ->
    [one] 1 unit of this order has
   *[other] { $units } units of this order have
} left there. Look where the goods are and whether they are still to be sent.
need-changed-after-leaving = The shop system changed where this order goes or how many units it has, after it had left. Open the order to see it, and take the parcel back if it still can be.
need-line-after-shipping = The shop system added { $line } after everything had left. Release the hold to send it on its own, or cancel it and settle it with the customer.
need-shipped-elsewhere = { $units ->
    [one] The shop system says that 1 unit left, while you have it in hand. Put it back or tell the shop system.
   *[other] The shop system says that { $units } units left, while you have them in hand. Put them back or tell the shop system.
}
need-left-our-shelf = { $units ->
    [one] The shop system says that 1 unit left your shelf, while you have the order in hand. See that it does not leave twice.
   *[other] The shop system says that { $units } units left your shelf, while you have the order in hand. See that they do not leave twice.
}
need-reservation-ends = Not paid yet. Within a day its goods are free for others, unless it is paid.
need-shelf-unknown = { $channel } shipped or sold goods. Did they stand on your shelf? Answer in Settings, Channels; until then stock stays.
need-told-and-taken-back = Parcel { $parcel } was taken back after the shop system was told that it left. Tell it that it did not.

## Conflicts

conflict-settled = This was decided already.
conflict-line-gone = This line is not here any more. Keep yours.
conflict-cancelled-here = This order is cancelled here. Take the cancellation back first, then choose.
conflict-has-left = Its goods have left with what stood here. Keep yours; what the shop system says stays in the timeline.
conflict-units-left = { $units ->
    [one] 1 unit has left, and that does not change. Keep yours, and settle the rest with the customer.
   *[other] { $units } units have left, and that does not change. Keep yours, and settle the rest with the customer.
}

## Import

import-file-too-big = The file is larger than { $mb } MB. Export fewer orders at once.
import-choice = “{ $choice }” is not one of the choices here.
mapping-name-missing = Give the mapping a name of at most 80 letters.
mapping-name-taken = { $name } is the name of another mapping. Choose a name that tells them apart.
import-no-mapping = There is no saved mapping “{ $name }”. There are: { $names }.
import-working-read = Reading the file
import-working-match = Comparing with what is here
import-working-write = Writing
import-amount-too-big = The amounts of this order are larger than can be counted exactly. Correct them in the file.
import-no-date = No date: booked as of today.
import-refunded-more = More went back than the order costs. Look in the shop system before it ships.
import-unexplained = The parts do not add up to the total. The difference is shown as a row of its own.
import-too-late = Changed there after the goods had left here: { FIELDS($field) }. Yours stays, theirs is shown.
import-cancelled-here = Changed there after the order was cancelled here: { FIELDS($field) }. Yours stays, theirs is shown.
import-conflict = Changed on both sides: { FIELDS($field) }. Yours stays until you choose.
import-twice-in-file = Order { $number } stands in the file twice with one id. Keep the right one and import again.
import-start-needed = Choose the day on which your work with Backroom begins. Orders placed before it come in as history.
import-nothing-refused = Nothing was left out.
import-order-unread = The order in row { $row } cannot be read.
import-reason-column = Why it was left out
import-channel-off = { $channel } is out of use. Use it again in Settings, Channels, or choose another channel.
import-which-channel = There are several shops of this kind: { $channels }. Say which of them the file is from, or name a new one.
import-other-order = { $number } stands for another order in { $channel }: placed at another time, by somebody else or for other goods. Is this the file of another shop?
import-others-undecided = { $count ->
    [one] 1 order has a number of { $channel } but is another order.
   *[other] { $count } orders have a number of { $channel } but are other orders.
 } Is this the file of another shop? Choose that shop, leave these orders out, or say that they are the same.
import-undone-already = This import was taken back already.
import-undo-worked-on = Somebody has worked on it since.
import-undo-changed-since = It was changed since.

## Pick lists, labels, slips

pick-nothing = There is nothing to fetch in these orders.
pick-on-a-list = All of it is on an open pick list already.
label-no-order = This order is not there any more.
label-no-address = There is no address. Add one first.
label-combine-different = These orders go to different places, or one is a gift and one is not. Ship them apart.
label-nothing-free = Everything that is there is in a parcel already.
label-no-service = No service takes this parcel. Look at your services' zones and weights.
label-parcel-units = { $wanted } units cannot go into this parcel, only { $left } are free.
label-parcel-empty = This parcel would be empty. Give it at least one unit.
label-number-needed = This service needs a number. Scan or type it, or give the service a pool of numbers.
label-number-used = The number { $number } stood on a label before. Take another one.
label-retire-reason = Say why the label is retired.
label-keep-reason = Say why the label stays.
label-retire-gone = This parcel has no label that waits here.
label-retire-none = This parcel has no label.
slip-no-order = There is no order to print a slip for.
paper-pick-summary = { $orders ->
    [one] 1 order
   *[other] { $orders } orders
}, { $units ->
    [one] 1 unit
   *[other] { $units } units
}
paper-word-labels = Labels
paper-word-subtotal = Subtotal
charge-gift-wrap = Gift wrap

## Handing over

hand-over-already-gone = It has left already.
hand-over-cancelled = Its order was cancelled. Take it off the pile.
hand-over-held = Its order is on hold.
hand-over-changed = Its order was changed since the label was made. Look at it first.
hand-over-no-label = It has no label.
take-back-too-late = Only a parcel that was just handed over can be taken back.
delivered-not-on-the-way = This parcel is not on its way.

## Printing

document-no-page = There is no page { $page }: the document has { $pages ->
    [one] one page
   *[other] { $pages } pages
}.
label-wished-twice = This order was named twice. It got its label once.
print-again-why = This label was printed before. Say why it is printed again.
print-retired = This label was retired and is not printed again.
print-left-out = { $count ->
    [one] The retired label of { $parcels } is left out.
   *[other] The retired labels of { $parcels } are left out.
}
print-slip-old = This packing slip is older than the last change of its order. Make it anew.
print-slips-left-out = { $count ->
    [one] The packing slip of { $orders } is left out: the order was changed since. Make it anew.
   *[other] The packing slips of { $orders } are left out: the orders were changed since. Make them anew.
}
print-opened-on-screen = No printer is chosen for this. The PDF opens on screen.
print-sent = Sent to { $printer }.

## Settings

settings-zone = “{ $zone }” is not a time zone. Choose one such as Europe/Berlin.
settings-holiday = “{ $day }” is not a day. Write it as 2026-12-24.

## What happened

event-backup-made = Backup made
event-channel-changed = Channel changed
event-channel-made = Channel made
event-channel-removed = Empty channel removed
event-channel-told = { $channel } was told that it left
event-conflict-found = Changed on both sides: { FIELDS($field) }
event-conflict-settled = Decided, { FIELDS($field) }: { $took ->
    [theirs] theirs was taken
   *[ours] ours stays
}
event-delivered = Parcel { $parcel } delivered
event-delivered-assumed = Parcel { $parcel } delivered (assumed)
event-handed-over = Parcel { $parcel } handed over to { $carrier }
event-hold-released = Hold released
event-import-change-undone = The import's change was taken back
event-import-undone = Import taken back
event-imported = Import done
event-label-kept = Label of parcel { $parcel } kept although the order was changed: { $why }
event-label-kept-smaller = Label of parcel { $parcel } kept, with less in it
event-label-made = Label made for parcel { $parcel }, { $service }
event-label-retired = Label of parcel { $parcel } retired: { $why }
event-need-closed = Settled
event-need-opened = Needs you
event-order-backorder-set = Rule for a short part changed
event-order-cancelled = Order cancelled
event-order-cancelled-there = Cancelled in the shop system
event-order-goes-on-there = Open again in the shop system
event-order-completed = Completed
event-order-edited = Changed: { FIELDS($fields) }
event-order-held = Put on hold
event-order-imported = Imported
event-order-released = Released
event-order-reopened = Open again
event-order-restored = Cancellation taken back
event-order-settled-with-import = Settled with an import
event-order-updated-by-import = Updated by an import: { FIELDS($fields) }
event-pick-list-made = On pick list { $list }
event-pool-continued = Numbers go on
event-pool-stopped = Numbers stopped after a restore
event-pool-added = Numbers added
event-printed = Printed
event-product-made = Product made
event-reservation-expired = { $units ->
    [one] 1 unit let go, because nobody had paid
   *[other] { $units } units let go, because nobody had paid
}
event-sample-removed = Sample data removed
event-service-changed = Service changed
event-service-made = Service made
event-settings-saved = Settings saved
event-shop-made = Shop set up
event-shop-moved = Shop moved
event-shipping-signed = Leaves although it is not ready, signed: { $why }
event-signature-withdrawn = Signature taken back
event-slip-made = Packing slip made
event-stock-apart = Waits for goods: { $sku } was carried to another place
event-stock-counted = Counted
event-stock-lost = Lost { $units } × { $sku }: fewer are there than were promised
event-location-added = Place added
event-location-changed = Place changed
event-location-first = Place made the first to ship from
event-stock-transferred = Stock carried to another place
event-stock-moved = Stock moved
event-taken-back = Parcel { $parcel } taken back
event-test-page-made = Printer test made
event-units-cancelled = { $units ->
    [one] 1 unit cancelled
   *[other] { $units } units cancelled
}
event-order-reserved = Goods reserved: its time has come
event-variant-backorder-set = Product’s rule for when it is short changed
event-variant-changed = Product changed
event-variant-made = Product made

## The fields of an order, by name

field-ship_to = address
field-note = buyer’s note
field-gift = gift
field-gift_message = gift message
field-service = service
field-service_wish = delivery chosen
field-ship_by = ship by
field-promised_at = promised day
field-buyer_name = buyer
field-buyer_email = e-mail
field-buyer_phone = telephone
field-buyer_company = firm
field-buyer_tax_id = tax number
field-line = units of a line
field-shipped = units sent there
field-payment = payment
field-total = total
field-life = open or cancelled

## Paper without a sender, without a printer
paper-no-sender = The shop has no whole address to send from, so what cannot be delivered could not come back. Write it in Settings, Shop; from the terminal with call settings_save.
print-saved = Saved as a file. Print it from there.
print-no-printer = No printer is chosen, so nothing was printed. Choose one in Settings, Paper and printers, or save it: backroom-cli print { $document } --out page.pdf
event-document-opened = Opened on screen
event-document-saved = Saved as a file
cancel-units-range = Cancel at least 1 unit of each line that you name.
service-unknown = This service is no longer there. Choose another one.
import-path-is-folder = “{ $path }” is a folder. Choose the file inside it.
not-sent-none = The shop system has shipped nothing of this order that could be taken back.
event-not-sent-there = Not shipped by the shop system after all: { $units ->
    [one] 1 unit is to be shipped again
   *[other] { $units } units are to be shipped again
}
shipped-left-out = “{ $id }” would run as a formula in a spreadsheet, so it does not stand in this file. Tell the shop system of this parcel by hand.
