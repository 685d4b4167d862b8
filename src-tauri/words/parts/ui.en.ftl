# The words of the window. Keys start with the place where they stand.

## Everywhere
main-region = Page
nav-label = Main
nav-needs-you = needs you:{" "}
nav-today = Today
nav-orders = Orders
nav-ship = Ship
nav-stock = Stock
nav-import = Import
nav-settings = Settings
nav-group-shop = Shop
nav-group-tools = Tools
search-or-jump = Search or jump to…
close = Close
cancel = Cancel
back = Back
save = Save
undo = Undo
loading = Loading
unknown-amount = not stated
try-again = Try again
error-title = This did not work
error-no-answer = The shop did not answer. Nothing was changed. Try again; if it stays so, start Backroom anew.
error-no-host = This page needs Backroom. Open the app, or start it with “backroom-cli serve”.
selection-clear = Clear selection
select-all-in-view = Select all in view
select-row = Select { $name }
filter-remove = Remove filter: { $name }
view-key = Press { $number }

## Keys
key-ctrl = Ctrl
key-shift = Shift
key-space = Space
key-enter = Enter
key-home = Home
key-end = End
key-page-up = Page up
key-page-down = Page down
keys-title = Keys of this screen
keys-text = Single letters work when you are not typing in a field.
keys-group-everywhere = Everywhere
keys-group-go = Go to
keys-group-list = In a list
keys-group-order = With an order or the selection
keys-group-ship = While shipping
keys-group-stock = In stock
keys-group-import = While importing
action-palette = Find or do anything
action-search = Search
action-help = Show the keys of this screen
action-back = Back, close
action-undo = Undo
action-next-pane = Next pane
action-go-settings = Go to Settings
action-go-today = Go to Today
action-go-orders = Go to Orders
action-go-ship = Go to Ship
action-go-stock = Go to Stock
action-go-import = Go to Import
action-order-next = Next order of the list
action-order-previous = Previous order of the list
order-first-here = This is the first order of the list.
order-last-here = This is the last order of the list.
order-place = { $at } of { $total } in { $view }
action-row-next = Next row
action-row-previous = Previous row
action-row-first = First row
action-row-last = Last row
action-page-down = One page down
action-page-up = One page up
action-row-open = Open
action-row-peek = Peek
action-row-select = Select
action-extend-down = Select downwards
action-extend-up = Select upwards
action-select-all = Select all in this view
action-filter = Add a filter
action-filter-clear = Clear all filters
action-sort = Change the order of rows
action-order-ship = Ship
action-order-pick-list = Make a pick list
action-order-hold = Hold, or release the hold
action-order-slip = Print packing slips
action-order-note = Write a note
action-order-address = Edit the address
action-order-cancel = Cancel what has not left
action-ship-next = Next order
action-ship-previous = Previous order
action-ship-label = Make the labels
action-ship-hand-over = Hand over
action-ship-weight = Enter the weight
action-stock-count = Count the product
action-stock-move = Receive or scrap units
action-stock-transfer = Transfer to another place
action-stock-edit = Edit the product
action-stock-new = New product
action-import-choose = Choose a file
action-import-go = Import
palette-label = Type a command, order, customer or tracking number
palette-placeholder = Order, customer, SKU, tracking number, or what to do
palette-results = Results
palette-found = Found
palette-do = Do
palette-nothing = Nothing is called “{ $text }”.
palette-move = move
palette-open = open

## Shared
edit = Edit
more-actions = More
note-optional = Note (optional)
fields-wrong = Some fields are not right yet.
amount-wrong = Write an amount such as 12.50.
count-not-a-number = Write a whole number.
progress-of = { $done } of { $total }
refused-close = Understood
refused-text = { $count ->
    [one] One order was left as it is.
   *[other] { $count } orders were left as they are.
}
print-again-title = Print this label again
print-again-reason = Why again
print-again-needs-reason = Write a reason first.
print-again-go = Print again
foot-local = All on this computer
foot-server = On your shop’s server
foot-sample = Sample shop
views-label = Views
sort-label = Order of rows
sort-ship_by = Ship by
sort-placed = Placed
sort-total = Total
sort-name = Name

## Today
today-next = Next best action
today-work = Work waiting
today-due = { $count ->
    [one] 1 order is due today
   *[other] { $count } orders are due today
}
today-van-in = the van comes at { $time }, in { $hours } h { $minutes } min
today-van-gone = the { $time } van has gone
today-do-to_ship = See what to ship
today-do-late = See what is late
today-do-on_hold = See what is held
today-do-awaiting_payment = See what is unpaid
today-do-short = See what is short
today-do-needs_you = See what needs you
today-do-partly_shipped = See what is half gone
today-do-on_the_way = See what is on the way
today-do-open = See open orders
today-do-all = See all orders
today-do-hand_over = Hand over the parcels
today-do-low_stock = See low stock
today-do-import = Import orders
tile-to_ship = To ship
tile-late = Late
tile-on_hold = On hold
tile-awaiting_payment = Awaiting payment
tile-short = Short
tile-needs_you = Needs you
tile-partly_shipped = Partly shipped
tile-on_the_way = On the way
tile-open = Open
tile-all = All
tile-hand_over = To hand over
tile-low_stock = Low stock
today-parcels = Parcels that wait for the van
today-parcels-fact = labelled, not handed over
today-no-parcels = No labelled parcel waits.
today-needs = Needs you
today-needs-none = Nothing needs you right now.
today-answer = Answer
today-needs-all = All { $count }
today-need-of = Order { $number }
today-look = Look
today-settled = Settled
today-imports = Latest imports
today-imports-none = Nothing was imported yet.
days-title = Orders, last 14 days
days-total = Ordered for
days-orders = Orders
days-average = Average
days-today = Today
days-summary = Order value per day for 14 days: { $total } in { $count } orders.
welcome-title = No orders yet
welcome-text = Bring yours in, or look around with a sample shop first. You can remove it with one click.
welcome-import = Import orders
welcome-import-text = A file from your store. You check every row before it is saved.
welcome-sample = Open the sample shop
welcome-sample-busy = Opening the sample shop…
welcome-sample-text = Orders, products and parcels to try everything with, marked as sample.
welcome-drop = Or drop a file on the import page.
welcome-keys = Four keys are enough to start
welcome-key-palette = find or do anything
welcome-key-rows = next and previous order
welcome-key-peek = peek at an order in the list
welcome-key-help = every key on this screen
welcome-where = Your data is on this computer, in { $place }. Nothing is sent anywhere.

## Orders
orders-list-label = Order list
orders-grid-label = Orders, view { $view }
orders-column-number = Order
orders-column-ship-by = Ship by
orders-column-customer = Customer
orders-column-units = Items
orders-column-total = Total
orders-column-payment = Payment
orders-column-goods = Goods
orders-column-placed = Placed
orders-column-service = Delivery
view-to_ship = To ship
view-late = Late
view-on_hold = On hold
view-awaiting_payment = Awaiting payment
view-short = Short
view-needs_you = Needs you
view-partly_shipped = Partly shipped
view-on_the_way = On the way
view-open = Open
view-all = All
view-empty-to_ship = Nothing is ready to ship. What waits is in the other views.
view-empty-late = Nothing is late.
view-empty-on_hold = Nothing is held.
view-empty-awaiting_payment = Every open order is paid.
view-empty-short = No order waits for goods.
view-empty-needs_you = Nothing needs you.
view-empty-partly_shipped = No order is half gone.
view-empty-on_the_way = No parcel is on the way.
view-empty-open = No order is open.
view-empty-all = No orders yet.
orders-show-all = Show all orders
orders-none-match = { $count ->
    [one] No order fits this filter.
   *[other] No order fits these { $count } filters.
}
orders-selected = { $count } selected
orders-ship = Ship
orders-pick-list = Pick list
orders-slips = Packing slips
orders-hold = Hold
orders-release = Release
pick-list-made = Pick list { $number } with { $count } units
pick-list-refused-title = Not on the pick list
slips-refused-title = Without packing slip
hold-refused-title = Not held
release-refused-title = Not released
holds-placed = { $count ->
    [one] 1 order held
   *[other] { $count } orders held
}
holds-released = { $count ->
    [one] 1 hold released
   *[other] { $count } holds released
}
filters-label = Filters
filter-add = Filter
filter-clear = Clear filters
filter-title = Add a filter
filter-field = Field
filter-is = is
filter-apply = Filter
filter-incomplete = Choose what the field has to be.
filter-country-hint = Two letters each, such as DE, AT.
filter-day-hint = A day as 2026-11-24.
filter-this-one = this one
filter-channel = Channel
filter-country = Country
filter-payment = Payment
filter-fulfilment = Goods
filter-ship_before = Ship by before
filter-placed_from = Placed from
filter-placed_before = Placed before
filter-variant = Product
filter-customer = Customer
filter-batch = Import
ship-by-late = Late { $count ->
    [one] { $count } day
   *[other] { $count } days
}
ship-by-late-today = Late since { $time }
ship-by-today = Today { $time }
ship-by-tomorrow = Tomorrow
goods-in-stock = In stock
goods-short = { $count } short
flag-needs-you = Needs you
flag-held = On hold
flag-gift = Gift
flag-note = The buyer left a note
payment-unpaid = Unpaid
payment-pending = Pending
payment-authorized = Authorised
payment-partially_paid = Part paid
payment-paid = Paid
payment-overpaid = Overpaid
payment-partially_refunded = Part refunded
payment-refunded = Refunded
payment-voided = Voided
payment-disputed = Disputed
payment-unknown = Not stated
payment-state-unknown = not stated
payment-state-pending = pending
payment-state-authorized = authorised
payment-state-captured = captured
payment-state-failed = failed
payment-state-cancelled = cancelled
payment-state-voided = voided
payment-state-expired = expired
payment-state-reversed = reversed
fulfilment-cancelled = Cancelled
fulfilment-not_required = Nothing to ship
fulfilment-undelivered = Not delivered
fulfilment-delivered = Delivered
fulfilment-partially_delivered = Part delivered
fulfilment-shipped = Shipped
fulfilment-partially_shipped = Partly shipped
fulfilment-in_progress = In progress
fulfilment-scheduled = Scheduled
fulfilment-unfulfilled = Unfulfilled
parcel-open = Open
parcel-labelled = Labelled
parcel-handed_over = Handed over
parcel-in_transit = In transit
parcel-out_for_delivery = Out for delivery
parcel-ready_for_pickup = Ready for pickup
parcel-delivered = Delivered
parcel-collected = Collected
parcel-exception = In trouble
parcel-returning = Coming back
parcel-returned_to_sender = Came back
parcel-lost = Lost
parcel-cancelled = Cancelled
hold-payment = Payment
hold-fraud = Looks unusual
hold-address = Address
hold-stock = Stock
hold-awaiting_return = Waits for a return
hold-customer = Customer has to answer
hold-until_date = Not before a day
hold-manual = By hand
hold-title = { $count ->
    [one] Hold this order
   *[other] Hold { $count } orders
}
hold-text = A held order is not picked, not labelled and not handed over until the hold is released.
hold-reason = Why
hold-note = In your words (optional)
hold-until = Until
hold-needs-day = Say until which day.
hold-go = { $count ->
    [one] Hold it
   *[other] Hold { $count } orders
}
hold-since = Since { $when }
hold-since-until = Since { $when }, ends { $until }
hold-earlier = Earlier: { $what } { $from } to { $to }
holds-none = none
holds-active = { $count } active
badge-holds = { $count ->
    [one] 1 hold
   *[other] { $count } holds
}
badge-history = History
peek-label = Order { $number }, peek
order-open = Open the whole order
order-ship-this = Ship this order
order-see-why = See why it waits
order-see-stock = See the shelf
order-not-ready = Not ready to ship
order-packed = Packed and labelled
order-packed-text = It waits for the van.
order-ready = Ready to ship
order-all-gone = Everything has left
order-ready-text = { $units ->
    [one] Paid and in stock. One unit to pack.
   *[other] Paid and in stock. { $units } units to pack.
}
order-ships-to = Ships to
order-items = Items
order-note = Buyer’s note
order-gift = A gift: no prices on the slip
order-gift-message = Message for the gift
order-units = { $count ->
    [one] 1 unit
   *[other] { $count } units
}
order-timeline = Timeline
order-events = { $count ->
    [one] 1 event
   *[other] { $count } events
}
order-main = Order
order-side = Customer, address, holds and facts
order-next-step = Next step
order-held-since = Held: { $kind }, since { $when }. Nothing leaves until it is released.
order-customer = Customer
order-holds = Holds
order-documents = Documents
order-facts = Facts
order-lines = Lines
order-payments = Payments
order-shipments = Shipments
order-no-lines = The file named no lines. Import the file with the lines, or cancel the order.
order-no-shipments = Nothing has been packed yet.
shipment-elsewhere = Shipped by the store it came from.
order-print-slip = Print packing slip
order-slip-short = Packing slip
order-print-pick-list = Print pick list
order-edit-address = Edit address
order-cancel = Cancel what has not left
order-cancelled = { $count ->
    [one] 1 unit cancelled
   *[other] { $count } units cancelled
}
customer-orders = { $count ->
    [one] 1 order
   *[other] { $count } orders
}
customer-first-order = First order
line-left-after = { $count } left after
line-product = Product
line-ordered = Ordered
line-reserved = Reserved
line-picked = Picked
line-packed = Packed
line-shipped = Shipped
line-delivered = Delivered
line-now = Now
line-total = Total
line-cancelled = Cancelled
line-on-the-way = On the way
line-in-stock = In stock
line-waiting = Waiting
line-short = { $count } short
line-kind-goods = Goods
line-kind-kit = Set
line-kind-digital = Digital
line-kind-service = Service
line-kind-gift_card = Gift card
charge-line = Line
charge-shipping = Shipping
charge-fee = Fee
charge-tip = Tip
charge-gift_wrap = Gift wrap
charge-duty = Duty
charge-discount = Discount
charge-tax = Tax
charge-rounding = Rounding
charge-unexplained = Not explained by the store
sum-items = Items
sum-total = Total
sum-tax-included = of which { $name }
money-lines = Order lines
money-credited = Let off
money-payment = Payment
money-refund = Refund
money-balance = Balance
address-none = No address
address-fine = Postcode and parts fit the country
address-title = Address of { $number }
address-save = Save address
address-saved = Address saved
address-name = Name
address-company = Company
address-line1 = Street and number
address-line2 = Flat, floor, care of
address-line3 = Third line
address-postcode = Postcode
address-city = Town
address-region = State or region
address-country = Country
address-phone = Telephone
ship-anyway = Ship anyway…
sign-title = Ship { $number } anyway
sign-text = Your name stands for it, here and in the timeline. What comes in the way later is not covered.
sign-against = What stands in the way
sign-reason = Why it leaves all the same
sign-go = Sign
signed = Signed: { $number } may leave
order-signed = Leaves although it is not ready, signed by { $who }
sign-withdraw = Take the signature back
conflict-title = Changed here and in the store: { FIELDS($field) }
conflict-text = Here: { $ours }. In the store: { $theirs }.
conflict-no-day = no day
conflict-nothing = nothing
conflict-keep = Keep ours
conflict-take = Take theirs
change-from-to = { $name }: { $before } → { $after }
change-yes = yes
change-no = no
change-gone = { $name }: { $before } is gone
change-set = { $name }: { $after }
timeline-filter = Events shown
timeline-all = All
timeline-money = Money
timeline-goods = Goods
timeline-talk = Talk
document-label = Label
document-labels = Labels
document-slip = Packing slip
document-pick_list = Pick list
document-hand_over_list = Hand-over list
document-shipped_file = “Shipped” file
document-print = Print
document-prints = { $count ->
    [one] printed once
   *[other] printed { $count } times
}
fact-source = Came from
fact-booked = Came in
fact-service = Delivery chosen
fact-weight = Weight
cancel-title = Cancel in { $number }
cancel-text = What has not left is called off, its stock is free again, and a label of it is retired. Money is not paid back by this.
cancel-units-of = Units of { $title } to cancel
cancel-of = of { $count }
cancel-reason = Reason (optional)
cancel-wrong-units = Each number must be between 0 and what is left.
cancel-go = { $count ->
    [one] Cancel 1 unit
   *[other] Cancel { $count } units
}
cancel-go-all = { $count ->
    [one] Cancel all that is left, 1 unit
   *[other] Cancel all that is left, { $count } units
}
cancel-keep = Keep it
parcel-print-label = Print label
parcel-hand-over = Hand over now
parcel-retire = Retire the label
parcel-take-back = It did not leave
parcel-mark-delivered = It arrived
parcel-delivered-assumed = Delivered (assumed)
parcel-handed-over = Handed over
parcel-keep = Keep the label
parcel-moved = The address was changed since this label was made
label-keep-title = Keep the label of { $number }
label-keep-text = The parcel goes where the label says, although the order was changed. Your name stands for it.
label-keep-why = Why
label-keep-go = Keep label
label-kept = The label of { $number } stays
label-under = { $count ->
    [one] A label with the old address is printed
   *[other] { $count } labels with the old address are printed
}
label-under-choice = What becomes of the label
label-under-retire = Retire, make a new one
label-under-keep = Keep it
label-under-retire-text = The old label is never printed or handed over again. Nothing is fetched again.
label-under-keep-text = The parcel goes to the old address. Your name stands for it.
label-under-why = Why
label-less-retire-text = A parcel that loses units loses its label too. Nothing else is fetched again.
label-less-keep-text = A parcel that loses units keeps its label. Take the units out of it.
label-retire-title = Retire the label of { $number }
label-retire-text = It is never printed or handed over again. The parcel is free for a new label at once.
label-retire-why = Why
label-retire-go = Retire label
label-retired = The label of { $number } is retired

## Ship
ship-title = { $count ->
    [one] Ship 1 order
   *[other] Ship { $count } orders
}
ship-fact = { $out ->
    [0] { $ready } ready
   *[other] { $ready } ready, { $out } left out
}
ship-run = In this run
ship-also-due = Also due
ship-add = Add to run
ship-also-due-more = { $count ->
    [one] One more is due
   *[other] { $count } more are due
}
ship-run-label = Orders in this run
ship-order-label = Parcels of order { $number }
ship-ready-for = Ready · { $price }
ship-goes-along = Goes along
ship-cannot = Cannot leave
ship-incomplete = Not complete
ship-late = Late
ship-hand-over-by = Hand over by { $when }
ship-same-address = { $numbers } goes to the same address
ship-same-address-text = One parcel saves one postage.
ship-together = Ship together
ship-apart = Ship apart
ship-parcels = Parcels
ship-add-parcel = Second parcel
ship-remove-parcel = Remove parcel { $number }
ship-parcel-no = Parcel { $number } of { $count }
ship-line-short = { $count } short
ship-weight = Weight
ship-weight-hint = Such as 380 g or 1.2 kg. Empty: what the goods weigh.
ship-weight-unknown = not known
ship-wrong-weight = Write a weight such as 380 g or 1.2 kg.
ship-wrong-units = The units of all parcels must not be more than what is left.
ship-empty-parcel = A parcel is empty. Remove it, or put something in.
ship-no-service = Choose a service.
ship-tracking = Tracking number
ship-tracking-hint = Type or scan it. Empty: the next number from the pool.
ship-tracking-hint-none = This service needs none.
ship-review = Review
ship-left-out = stays:
ship-total = { $count ->
    [one] Postage for 1 label
   *[other] Postage for { $count } labels
}
ship-start = First free label on the sheet
ship-start-hint = Counted from the top left, row by row.
ship-total-text = Goods of this order: { $weight }. Labels of your own post cost nothing until you hand the parcels over at the counter.
ship-none-ready = No order of this run can leave now.
ship-making = Making labels…
ship-unpriced = { $count ->
    [one] One order has a service without a price. It is not in the sum.
   *[other] { $count } orders have a service without a price. They are not in the sum.
}
ship-make-unpriced = { $count ->
    [one] Make 1 label
   *[other] Make { $count } labels
}
ship-make = { $count ->
    [one] Make 1 label · { $total }
   *[other] Make { $count } labels · { $total }
}
ship-hint-next = next, previous order
ship-hint-weight = enter the weight
ship-hint-make = make the labels
services-title = Services
services-wish = the buyer chose “{ $wish }”
services-service = Service
services-days = On the way
services-days-value = { $count ->
    [one] 1 day
   *[other] { $count } days
}
services-number = Number
services-no-price = no price yet
services-free = free
services-price = Price
services-tracked = tracked
services-untracked = no number
services-none = There is no service yet.
services-none-go = Make one in the settings
preview-title = Label
preview-alt = Preview of the label to { $address }
preview-none = Choose a service to see the label.
preview-fits = Everything fits on the label
preview-nothing-yet = Nothing is made until you press the button.
made-title = { $count ->
    [one] 1 label made
   *[other] { $count } labels made
}
made-text = Postage { $total }. Put them on the parcels, then hand the parcels over.
made-none-text = Nothing was changed. The reasons are below.
made-gone = { $count ->
    [one] 1 parcel handed over
   *[other] { $count } parcels handed over
}
made-gone-text = They count as shipped, and stock fell by what is in them.
made-print = Print again
made-back = Back to orders
made-hand-over = { $count ->
    [one] Hand over 1 parcel
   *[other] Hand over { $count } parcels
}
made-refused = { $number } has no label
made-column-parcel = Parcel
made-column-number = Tracking number
made-column-state = State
handed-over = { $count ->
    [one] 1 parcel handed over
   *[other] { $count } parcels handed over
}
hand-over-fact = what waits for the van
hand-over-parcels = { $count ->
    [one] 1 parcel
   *[other] { $count } parcels
}
hand-over-none-ready = None of these parcels may leave now.
hand-over-to = To
hand-over-since = Labelled
hand-over-may-leave = May leave
hand-over-empty = No parcel waits
hand-over-empty-text = Select orders and ship them; their parcels stand here until the van takes them.
hand-over-empty-go = See what to ship
hand-over-stopped-title = { $count ->
    [one] 1 parcel stays here
   *[other] { $count } parcels stay here
}
hand-over-stopped-text = Take it out of the pile. It must not leave.
untold-title = Tell the stores
untold-text = A file for each store says which orders were shipped and with which numbers. Upload it there.
untold-count = { $count ->
    [one] 1 parcel to tell
   *[other] { $count } parcels to tell
}
untold-form = Form of the file for { $name }
untold-go = Make the file
shipped-form-amazon = Amazon
shipped-form-ebay = eBay
shipped-form-woocommerce = WooCommerce
shipped-form-plain = Plain columns
shipped-file-none = Nothing is left to tell.
shipped-file-made = { $count ->
    [one] { $name } with 1 parcel
   *[other] { $name } with { $count } parcels
}

## Import
import-steps = Steps
import-step-file = File
import-step-columns = Columns
import-step-check = Check
import-step-import = Import
import-choose-title = Choose an order file
import-choose-text = CSV, text or XLSX, as your store exports it. Nothing is saved until you have seen every row.
import-known = Shopify, WooCommerce, Etsy, eBay, Amazon, Square, BigCommerce, Squarespace and Magento are recognised; any other file by its columns.
import-kind = What is in the file
import-kind-orders = Orders
import-kind-products = Products and counts
import-path = File on this computer
import-path-example = /home/ana/orders.csv
import-path-missing = Say which file.
import-read = Read
import-reading = Reading…
import-choose = Choose file…
import-past = Earlier imports
import-past-none = None yet.
import-column-file = File
import-column-channel = Channel
import-column-when = When
import-take-back = Take back
import-undone = Taken back
import-taken-back = { $count ->
    [one] 1 order taken back
   *[other] { $count } orders taken back
}
import-undo-title = Take back { $file }
import-undo-removed = { $count ->
    [one] 1 order goes.
   *[other] { $count } orders go.
}
import-undo-restored = { $count ->
    [one] 1 order becomes what it was.
   *[other] { $count } orders become what they were.
}
import-undo-kept = { $count ->
    [one] 1 order stays because something was done with it:
   *[other] { $count } orders stay because something was done with them:
}
import-undo-products-removed = { $count ->
    [one] 1 product that it made goes.
   *[other] { $count } products that it made go.
}
import-undo-products-kept = { $count ->
    [one] 1 product that it made stays because it is in use or was changed.
   *[other] { $count } products that it made stay because they are in use or were changed.
}
import-undo-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
import-undo-nothing = Nothing of it can be taken back.
import-undo-go = { $count ->
    [one] Take 1 order back
   *[other] Take { $count } orders back
}
import-new = { $count ->
    [one] 1 new
   *[other] { $count } new
}
import-count-new = new
import-count-updated = updated
import-count-skipped = the same
import-count-refused = need you
import-count-ready = ready to ship
import-count-attention = to look at
import-would-do = What the import would do
import-spoken = { $new } new, { $updated } updated, { $skipped } the same, { $refused } left out
import-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
import-columns = { $count ->
    [one] 1 column
   *[other] { $count } columns
}
import-separator = split at “{ $separator }”
import-other-file = Other file
import-same-file = Exactly this file was imported before. Importing it again changes nothing.
import-into = Into
import-into-choose = Choose the shop…
import-into-another = Another shop…
import-into-name = Name of the shop
import-into-needs-name = Give the other shop a name.
import-into-which = There are several shops of this kind. Which one is this file from?
import-into-first = This is its first file: a channel of this name is made. You can rename it in Settings.
import-into-new-text = A channel of its own: its numbers may be the same as those of another shop.
import-others-title = Orders that only share a number
import-others = { $count ->
    [one] 1 order has a number of { $channel } but is another order. Is this the file of another shop?
   *[other] { $count } orders have a number of { $channel } but are other orders. Is this the file of another shop?
}
import-others-text = Then choose that shop above. Nothing of the orders that are here is overwritten.
import-others-leave-text = These orders stay out. The rest of the file comes in.
import-others-same-text = They are taken as the same orders: what this file says of them is settled with what is here.
import-others-leave = Leave them out
import-others-same = They are the same
import-others-needed = Say first whether this is the file of another shop.
choices-title = How the cells are read
choices-sheet = Sheet
choices-dates = { $count ->
    [one] 1 date, { $example }, can be read in two ways
   *[other] { $count } dates such as { $example } can be read in two ways
}
choices-dates-label = Day or month first
choices-day-first = Day first
choices-month-first = Month first
choices-decimal = { $count ->
    [one] 1 number, { $example }, can be read in two ways
   *[other] { $count } numbers such as { $example } can be read in two ways
}
choices-decimal-label = The mark before decimals
choices-comma = 1.234,50
choices-point = 1,234.50
choices-currency = Amounts without a currency are in
choices-currency-bad = Three letters, such as EUR.
choices-word = “{ $word }”, { $count } times
choices-word-label = What “{ $word }” in { $column } means
choices-word-unknown = Choose what it means…
status-word-unpaid = Not paid
status-word-payment_pending = Payment pending
status-word-authorized = Payment authorised
status-word-partly_paid = Partly paid
status-word-paid = Paid
status-word-to_ship = Paid, to be shipped
status-word-partly_shipped = Partly shipped
status-word-shipped = Shipped
status-word-not_shipped = Not shipped
status-word-complete = Paid and shipped
status-word-cancelled = Cancelled
status-word-partly_refunded = Partly refunded
status-word-refunded = Refunded
status-word-voided = Payment let go
status-word-nothing = Says nothing
import-start = Orders placed before are history
import-start-text = This is the first file from { $channel }. What was placed before this day comes in as history: no stock moves, nothing is to be shipped. { $history ->
    [0] None of the new orders is that old.
    [one] That is 1 of the new orders.
   *[other] That is { $history } of the new orders.
}
import-shelf = { $channel } shipped or sold { $units ->
    [one] 1 unit
   *[other] { $units } units
} of { $orders ->
    [one] 1 order
   *[other] { $orders } orders
} itself. Did they stand on your shelf?
import-needs-start = Say from which day on orders are to be shipped here.
import-still-reading = The file is still being read.
import-nothing-to-take = There is nothing to import in this file.
import-go = { $count ->
    [one] Import 1 order
   *[other] Import { $count } orders
}
import-going = Importing…
import-done = { $count ->
    [one] 1 order imported
   *[other] { $count } orders imported
}
import-see-ready = { $count ->
    [one] See what to ship
   *[other] See the { $count } to ship
}
import-see-attention = See what needs you
import-another = Import another file
import-make-products = Make products of unknown codes
import-unknown-skus = { $count ->
    [one] 1 code is not in your stock: { $first }. It comes in as “not counted”.
   *[other] { $count } codes are not in your stock, first { $first }. They come in as “not counted”.
}
import-no-unknown-skus = All codes of this file are in your stock.
import-mapping-name = Remember these columns as (optional)
import-mapping-hint = The next file with the same header is read the same way.
import-refused-saved = { $name } holds the rows that were left out
import-promise = Nothing is written until you press Import. Afterwards you can take the whole import back while none of its orders has changed.
import-leave-out = Do not import
column-in-file = In your file
column-example = Example
column-becomes = becomes
column-here = In Backroom
column-result = Result
column-read-as = Column { $column } is read as
column-left-out = left out
column-problems = { $count ->
    [one] 1 problem
   *[other] { $count } problems
}
column-empty = empty
column-filled = { $count } of { $total }
problems-title = Problems, grouped by what fixes them
problems-none = Nothing is wrong with this file.
problems-save = Save left-out rows
problem-count = { $count ->
    [one] Once
   *[other] { $count } times
}
problem-refuses = { $count ->
    [one] 1 order is left out
   *[other] { $count } orders are left out
}
problem-warns = { $count ->
    [one] 1 order, imported all the same
   *[other] { $count } orders, imported all the same
}
problem-of-file = about the whole file
problem-column = column { $column }
problem-row = row { $row }
problem-empty-cell = (empty)
problem-look = Look
problem-hide = Hide
preview-heading = Preview
preview-exact = exactly what will be written, nothing is saved yet
preview-first = the first { $count } of { $all } orders; nothing is saved yet
preview-which = Rows shown
preview-all = All
preview-refused = Need you { $count }
preview-updated = Updated { $count }
preview-none-of-these = No order of this kind is in the file.
preview-column-row = Row
preview-column-place = Ships to
preview-column-status = Status
preview-column-fate = Will be
source-status-cancelled = Cancelled
source-status-refunded = Refunded
source-status-shipped = Shipped
source-status-partly_shipped = Partly shipped
source-status-unpaid = Unpaid
source-status-pending = Pending
source-status-authorized = Authorised
source-status-partly_paid = Part paid
source-status-paid = Paid
source-status-partly_refunded = Part refunded
source-status-voided = Voided
source-status-unknown = Not stated
fate-new = New
fate-update = Updated
fate-update-of = Updates { $fields }
fate-skip = Same, skipped
fate-refuse = Left out
fate-history = New, as history
format-shopify = Shopify
format-woocommerce = WooCommerce
format-etsy = Etsy
format-etsy_orders = Etsy
format-etsy_items = Etsy
format-ebay = eBay
format-amazon = Amazon
format-square = Square
format-bigcommerce = BigCommerce
format-squarespace = Squarespace
format-magento = Magento
format-mapped = By its columns
format-other = By its columns
products-choose-title = Choose a file of products
products-choose-text = Codes, barcodes, weights, bins and what lies on the shelf.
products-columns = Columns: sku, title, options, barcode, weight, bin, hs code, origin, cost, price, on hand.
products-would = { $new } new, { $updated } changed, { $skipped } the same, { $refused } left out. { $units } units are booked in.
products-done = { $new } products made, { $updated } changed, { $units } units booked in
products-go = { $count ->
    [one] Import 1 product
   *[other] Import { $count } products
}
import-field-order_id = Order id
import-field-order_number = Order number
import-field-placed_at = Placed at
import-field-placed_time = Placed, time
import-field-placed_zone = Time zone
import-field-currency = Currency
import-field-buyer_id = Buyer id
import-field-buyer_name = Buyer’s name
import-field-buyer_first_name = Buyer’s first name
import-field-buyer_last_name = Buyer’s family name
import-field-buyer_email = Buyer’s e-mail
import-field-buyer_phone = Buyer’s telephone
import-field-buyer_company = Buyer’s company
import-field-buyer_tax_id = Buyer’s tax number
import-field-ship_name = Recipient
import-field-ship_first_name = Recipient’s first name
import-field-ship_last_name = Recipient’s family name
import-field-ship_company = Recipient’s company
import-field-ship_line1 = Street
import-field-ship_house = House number
import-field-ship_line2 = Address line 2
import-field-ship_line3 = Address line 3
import-field-ship_city = Town
import-field-ship_region = State or region
import-field-ship_postcode = Postcode
import-field-ship_country = Country
import-field-ship_phone = Recipient’s telephone
import-field-ship_address = Whole address
import-field-bill_name = Billing name
import-field-bill_first_name = Billing first name
import-field-bill_last_name = Billing family name
import-field-bill_company = Billing company
import-field-bill_line1 = Billing street
import-field-bill_house = Billing house number
import-field-bill_line2 = Billing address line 2
import-field-bill_line3 = Billing address line 3
import-field-bill_city = Billing town
import-field-bill_region = Billing state or region
import-field-bill_postcode = Billing postcode
import-field-bill_country = Billing country
import-field-bill_phone = Billing telephone
import-field-bill_address = Whole billing address
import-field-payment_status = Payment status
import-field-fulfilment_status = Shipping status
import-field-order_status = Order status
import-field-paid_at = Paid at
import-field-shipped_at = Shipped at
import-field-cancelled_at = Cancelled at
import-field-ship_by = Ship by
import-field-payment_method = Payment method
import-field-payment_reference = Payment reference
import-field-outstanding = Still to pay
import-field-subtotal = Subtotal
import-field-shipping = Shipping
import-field-shipping_discount = Shipping discount
import-field-tax = Tax
import-field-tax_by_channel = Tax kept by the channel
import-field-tax_name = Name of the tax
import-field-tax_amount = Amount of the tax
import-field-discount = Discount
import-field-discount_code = Discount code
import-field-fee = Fee
import-field-tip = Tip
import-field-duty = Duty
import-field-gift_wrap = Gift wrap
import-field-total = Order total
import-field-refunded = Refunded
import-field-service = Delivery chosen
import-field-note = Buyer’s note
import-field-gift = Is a gift
import-field-gift_message = Gift message
import-field-tracking = Tracking number
import-field-tags = Tags
import-field-line_id = Line id
import-field-sku = Product code (SKU)
import-field-title = Product name
import-field-options = Options
import-field-personalisation = Personalisation
import-field-barcode = Barcode
import-field-quantity = Quantity
import-field-quantity_shipped = Quantity shipped
import-field-quantity_cancelled = Quantity cancelled
import-field-quantity_kept = Quantity kept
import-field-unit_price = Price of one
import-field-line_gross = Line before discount
import-field-line_total = Line total
import-field-line_discount = Line discount
import-field-line_tax = Line tax
import-field-line_shipping = Line shipping
import-field-line_shipping_tax = Tax on line shipping
import-field-line_shipped_at = Line shipped at
import-field-line_status = Line status
import-field-needs_shipping = Needs shipping
import-field-weight = Weight
import-field-products = All products in one cell
import-field-keep = Keep as a fact

## Stock
stock-grid-label = Products with their stock
stock-import = Import products
stock-new = New product
stock-find = Find by code, name or barcode
stock-view-all = All
stock-view-low = Low or short
stock-view-not_counted = Not counted
stock-view-negative = Below zero
stock-column-sku = Code
stock-column-title = Product
stock-column-bin = Bin
stock-column-on-hand = On hand
stock-column-reserved = Reserved
stock-column-picked = Picked
stock-column-available = Available
stock-column-state = State
stock-column-weight = Weight
stock-column-price = Price
stock-below-zero = Below zero
stock-short = { $count } short
stock-not-counted = Not counted
stock-low = Low
stock-fine = Fine
stock-not-counted-text = Not counted yet: its lines count as in stock until you count it once.
stock-none = No products yet
stock-none-text = Import a file of products, or let an order import make them.
stock-none-match = No product fits “{ $text }”.
stock-empty-low = Nothing is low or short.
stock-empty-not_counted = Everything is counted.
stock-empty-negative = Nothing is below zero.
stock-count = Count
stock-receive = In or out
variant-label = Product { $sku }
variant-waiting = Orders that wait for it
variant-reserved = Reserved for
variant-reserved-none = For no order.
variant-movements = Movements
variant-movements-none = None yet.
variant-units = { $count ->
    [one] 1 unit
   *[other] { $count } units
}
variant-sum = they sum to { $count }
variant-picked = { $count } picked
movement-opening = Opening count
movement-received = Received
movement-counted = Counted
movement-handed_over = Handed over
movement-taken_back = Taken back
movement-returned = Returned
movement-scrapped = Scrapped
movement-adjusted = Adjusted
movement-transferred = Transferred
movement-sold = Sold or sent elsewhere
movement-unsold = Sale taken back
count-title = Count { $title }
count-text = The books say { $count } on the shelf. Do not count what was picked and waits in a tote.
count-text-first = It was never counted. Write how many lie on the shelf.
count-units = Units on the shelf
count-missing = Write how many.
count-losers = { $count ->
    [one] 1 order loses units by this
   *[other] { $count } orders lose units by this
}
count-loser = { $number } ({ $count })
count-go = Book { $count }
count-go-anyway = Book { $count } all the same
count-booked = Counted. Difference: { $difference }
move-title = Units of { $title }
move-kind = In or out
move-units = Units
move-go = Book
move-go-in = Book { $count } in
move-go-out = Book { $count } out
move-received = { $count } received
move-scrapped = { $count } scrapped
variant-edit = Edit product
variant-options = Options
variant-barcodes = Barcodes
variant-reorder = Reorder at
variant-cost = Cost
variant-hs-code = Customs code (HS)
variant-origin = Country of origin
variant-needs-title = Give the product a name.
variant-saved = { $title } saved

## Settings
settings-part-shop = Shop
settings-part-channels = Channels
settings-part-channels-text = Where your orders come from, and what is to be known of each.
channel-name = Channel
channel-kind = Kind
channel-start = Work since
channel-shelf-short = Sent from our shelf
channel-shelf-yes = Yes
channel-shelf-no = No
channel-shelf-unsaid = Not asked yet
channel-shelf-asked = { $count ->
    [one] 1 waits
   *[other] { $count } wait
}
channel-edit = Channel { $name }
mappings-title = Files of other columns
mappings-text = How they are read, as you kept it when you imported one.
mappings-none = None yet. When you import a file of columns that Backroom does not know, you can keep how it is read.
mapping-name = Name
mapping-columns = Columns
mapping-used = Last used
mapping-rename-title = Another name for “{ $name }”
mapping-renamed = It is called { $name } now
mapping-forget = Forget
mapping-forget-title = Forget “{ $name }”
mapping-forget-text = The columns of the next such file are guessed anew. What came in by it stays.
mapping-forgotten = { $name } is forgotten
channel-saved = { $name } saved
channel-needs-name = Give the channel a name.
channel-start-hint = What comes in from now on and was placed before this day is history. Orders that are here stay as they are.
channel-settles-yes = { $count ->
    [one] 1 shipment waits for this. Saving takes its goods off the stock.
   *[other] { $count } shipments wait for this. Saving takes their goods off the stock.
}
channel-settles-no = { $count ->
    [one] 1 shipment waits for this. Its stock stays as it is.
   *[other] { $count } shipments wait for this. Their stock stays as it is.
}
channel-kind-hand = By hand
channel-kind-file = CSV
channel-kind-sample = Sample
channel-kind-shopify = Shopify
channel-kind-woocommerce = WooCommerce
channel-kind-etsy = Etsy
channel-kind-ebay = eBay
channel-kind-amazon = Amazon
channel-kind-square = Square
channel-kind-bigcommerce = BigCommerce
channel-kind-squarespace = Squarespace
channel-kind-magento = Magento
shelf-question = When this channel ships or sells itself, do the goods stand on your shelf?
shelf-yes = Yes, ours
shelf-no = No, elsewhere
shelf-later = Not sure yet
shelf-yes-text = Stock falls when the channel says that something left. What you counted after that is not taken off twice.
shelf-no-text = Stock stays. What was kept for the order is free again.
shelf-later-text = Stock stays for now, and the question waits among what needs you.
settings-part-services = Services and zones
settings-part-calendar = Calendar
settings-part-paper = Paper and printers
settings-part-appearance = Appearance
settings-part-backups = Data and backups
settings-part-shop-text = What stands on labels and slips, and how orders are treated.
settings-part-services-text = Your own post: what you pay at the counter, by zone and weight. No carrier account is needed.
settings-part-calendar-text = Your working days decide by when an order has to leave.
settings-part-paper-text = Without a printer, labels and slips open on the screen.
settings-part-appearance-text = How this window looks and which language it speaks.
settings-part-backups-text = Where your data is, and copies of it.
settings-changed = Changed, not saved
settings-discard = Discard
settings-saved = Settings saved
shop-identity = The shop
shop-name = Shop’s name
shop-country = Country
shop-currency = Currency
shop-zone = Time zone
shop-backorder = When a part is short
backorder-all = wait for everything
backorder-available = send what is there
backorder-at-most-n = send it in at most { $most } shipments
backorder-at-most = send it in a few shipments
backorder-most = At most how many shipments
backorder-title = When a part of { $number } is short
backorder-text = Until now { $now }. What has left stays gone; whether the order is ready is asked anew.
backorder-now = { $most ->
    [0] it sends what is there
    [1] it waits for everything
   *[other] it goes in at most { $most } shipments
}
backorder-as-shop = As the shop does: { $most ->
    [0] send what is there
    [1] wait for everything
   *[other] at most { $most } shipments
}
backorder-as-products = As what is short says: { $most ->
    [0] send what is there
    [1] wait for everything
   *[other] at most { $most } shipments
}
backorder-product-title = When { $title } is short
backorder-product-text = For the orders that wait for it, now and later. An order’s own rule goes first; of several things that are short the strictest rule counts.
backorder-product-now = { $most ->
    [0] Orders send what is there
    [1] Orders wait for it
   *[other] Orders go in at most { $most } shipments
}
backorder-product-menu = Change…
backorder-product-saved = Orders of { $title } follow the new rule
variant-backorder = When it is short
action-stock-backorder = Rule for a short product
backorder-save = Save the rule
backorder-saved = { $number } follows the new rule
backorder-menu = When a part is short…
action-order-backorder = Rule for a short part
shop-backorder-hint = Holds where neither the order nor what is short has a rule of its own.
shop-reserve = Reserve goods
shop-reserve-hint = Until then an order holds nothing and waits for nothing. What is reserved already stays so.
reserve-at-confirmation = as soon as an order is here
reserve-by-hand = when somebody says so
reserve-days-before = some days before ship-by
shop-reserve-days = Days before ship-by
shop-reserve-days-hint = Calendar days, closed ones too, from midnight in the shop’s time zone. 0 is the day itself. Reserving earlier by hand stays possible.
orders-reserve = Reserve now
orders-reserved = { $count ->
    [one] Reserved what is there for 1 order
   *[other] Reserved what is there for { $count } orders
}
reserve-refused-title = Not reserved
goods-waits = Not reserved yet
action-order-reserve = Reserve the goods now
shop-unpaid = Keep goods of unpaid orders
shop-unpaid-hint = Days after the order was placed. The last day needs you, then they are for who waits. 0 keeps them without end.
line-let-go = { $count } let go
shop-capture = Reserved money counts as paid
shop-capture-hint = For stores that collect the money when you ship.
shop-sender = Sender
shop-sender-text = Stands on every label.
shop-returns = Returns
shop-returns-other = Returns go to another address
shop-slip = Packing slip
shop-logo = Logo
shop-logo-text = Stands on labels and packing slips. Labels are printed in black only.
logo-alt = The shop's logo
logo-none = No logo yet
logo-file = Picture on this computer
logo-read = Read
logo-choose = Choose a picture
logo-choose-title = Choose a logo
logo-remove = Take it away
logo-hint = A PNG of at most 200 kB. Nothing changes until you save.
shop-slip-note = A line at the foot
shop-slip-note-hint = Such as a thank-you, or where to write to.
calendar-days = Working days
calendar-days-text = On other days nothing is due.
calendar-times = Times
calendar-last-order = Cut-off
calendar-last-order-hint = Orders before this time count for the same day.
calendar-last-order-wrong = Write a time such as 14:00.
calendar-handling = Working days from order to hand-over
calendar-handling-hint = 0: the same day.
calendar-holidays = Days off
calendar-holidays-text = Public holidays and your own.
calendar-holidays-none = None yet.
calendar-holiday = Another day
calendar-holiday-add = Add
calendar-holiday-remove = Remove { $day }
paper-labels = Labels
paper-format = Label paper
paper-dpi = Printer’s resolution
paper-dpi-hint = Bars are set on its dots, so that scanners read them.
paper-size = Paper
label-format-4x6 = 4 × 6 in
label-format-a6 = A6
label-format-a4_2up = Two on A4
label-format-a4_4up = Four on A4
label-format-letter_2up = Two on Letter
label-format-letter_4up = Four on Letter
printer-label_printer = Printer for labels
printer-paper_printer = Printer for slips and lists
printer-text = Found printers are offered; another can be typed by its IPP address.
printer-which = Printer
printer-screen = None, open on the screen
printer-address = Address
printer-address-hint = Starts with ipp://.
printer-media = Paper in it
printer-copies = Copies
edit-menu = Ship-by day, note, gift…
edit-title = Change { $number }
edit-text = What stands on paper and when it leaves. What the store says later does not undo it; both are shown.
edit-ship-by = Ships by
edit-ship-by-hint = A day as 2026-12-01. A day of your own stays, whatever the calendar says.
edit-nothing-changed = Nothing is changed yet.
edit-save = Save the change
edit-saved = { $number } is changed
order-is-cancelled = This order is cancelled
order-restore-text = Nothing of it leaves. It can be opened again; its units are reserved anew as far as they are there.
order-restore = Open it again
order-restored = { $number } is open again
printer-test = Print a test page
printer-test-hint = For the label paper as it is saved. It shows size, edge and whether the barcode can be read.
import-stop = Stop the import
hand-over-list-text = The list for the driver names parcels, numbers, places and weights, and no recipient.
hand-over-list-print = Print the list
printer-look = Look for printers again
appearance-theme = Theme
appearance-this-computer = Kept on this computer only.
theme-system = As the system
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
appearance-rows = Rows
density-compact = Compact
density-comfortable = Comfortable
appearance-language = Language
appearance-language-text = For everybody who works in this shop. Paper speaks the recipient’s language.
appearance-example = Example: { $money }, { $count } orders, { $day }.
backup-where = Where your data is
backup-folder = Second folder for backups
backup-folder-hint = Best on another disk, such as a USB stick.
backup-folder-choose = Choose…
backup-list = Backups
backup-none = None yet. One is made every day, and before each update.
backup-size = { $megabytes } MB
backup-make = Make a backup now
backup-making = Making and checking it…
backup-made = { $name } is made and checked
sample-title = Sample data
sample-text = This shop holds made-up orders and products.
sample-remove = Remove sample data
sample-remove-title = Remove the sample data
sample-remove-text = All made-up orders, products and parcels go. What you brought in yourself stays.
sample-removed = The sample data is gone
about = Backroom { $version }, { $engine }
services-empty = No service yet
services-empty-text = A service is what you buy at the post counter: a letter, a small parcel, a registered one.
service-new = New service
service-edit = Edit { $name }
service-off = off
service-zones = Zones
service-pool-stopped = Stopped
service-pool-go-on-now = Go on
service-pool-go-on = Go on…
service-pool-go-on-title = Where do the numbers of { $name } go on?
service-pool-go-on-text = This shop was restored from a backup of { $day }. Numbers that were given after it are not known here, and a number that is given twice loses a parcel.
service-pool-last = Last number that was given
service-pool-last-hint = From the newest label, with its check digit. Empty: none was given since the backup.
service-pool-went-on = { $name } gives numbers again
service-pool-left = { $count } numbers left
service-typed = typed or scanned
service-name = Name
service-name-example = Small parcel
service-needs-name = Give the service a name.
service-days-inland = Days inland
service-days-abroad = Days abroad
service-tracked = It has a tracking number
service-tracked-hint = Typed, scanned, or taken from a pool.
service-zone = Zone { $number }
service-zone-name = Name of the zone
service-zone-inland = Inland
service-zone-world-name = Rest of the world
service-zone-countries = Countries
service-zone-countries-hint = Two letters each, commas between. Postcode beginnings after the country: DE 10 12, AT.
service-zone-world = And every country that no other zone names
service-zone-needs-place = Zone { $zone } needs a country.
service-zone-add = Add a zone
service-zone-remove = Remove this zone
service-step-up-to = Up to
service-step-any = any weight
service-step-hint = 0 is free. Leave the price empty as long as you do not know it.
service-step-add = Add a weight step
service-step-remove = Remove this step
service-step-wrong = A weight or price of zone { $zone } is not a number.
service-pool = The post gave me numbers in advance
service-pool-hint = Each label takes the next one; none is used twice.
service-pool-letters = Letters
service-pool-from = First number, without check digit
service-pool-to = Last number
service-pool-warn = Warn when left
service-pool-wrong = The pool needs two letters, a first and a last number.
service-active = It can be chosen
service-saved = { $name } saved

## First run
first-title = Your shop
first-text = Everything stays on this computer. All of this can be changed later.
first-user = Your name
first-user-hint = Signs what you do.
first-sender = Sender on your labels
first-needs-name = Give your shop a name.
first-needs-user = Say who works here.
first-go = Open the shop

## Backups and going back to one
backup-column-made = Made
backup-column-why = Why
backup-column-size = Size
backup-column-state = State
backup-why-daily = Every day
backup-why-by-hand = By hand
backup-why-before-update = Before an update
backup-why-before-restore = Before a restore
backup-unread = Not read yet
backup-whole = Whole, every byte
backup-torn = Damaged
backup-read-at = Read to its last byte on { $at }
backup-restore = Restore…
backup-server-text = This shop is kept on a PostgreSQL server. Its administrator makes its backups and puts them back; Backroom cannot do either from here.
restore-title = Go back to a backup
restore-reading = Reading it to its last byte…
restore-file = File
restore-made = Made
restore-made-unknown = Its name does not say
restore-newest = Last change in it
restore-state = State
restore-unsealed = It carries no checksum; its structure is sound
restore-not-usable = This backup cannot be used
restore-nothing-yet = Nobody has worked here yet, so nothing is lost.
restore-unknown = The shop of today cannot be read, so nobody knows what this backup lacks. The file stays beside it.
restore-another = This is a backup of another shop. All of this shop would be replaced.
restore-lose = It does not know, and you would lose:
restore-lose-nothing = Nothing was done since. You lose nothing.
restore-lose-orders =
    { $count ->
        [one] 1 order
       *[other] { $count } orders
    }
restore-lose-parcels =
    { $count ->
        [one] 1 parcel that left; its order is held, so that it does not leave twice
       *[other] { $count } parcels that left; their orders are held, so that they do not leave twice
    }
restore-lose-documents =
    { $count ->
        [one] 1 document
       *[other] { $count } documents
    }
restore-lose-entries =
    { $count ->
        [one] 1 entry of the timeline
       *[other] { $count } entries of the timelines
    }
restore-first-backup = The shop as it is now is backed up first. You can come back to it from this list.
restore-go = Restore this backup
restore-going = Restoring…
restore-done = { $name } is as the backup knew it
restore-choose = Choose a backup file…
restore-path = Path of a backup file
restore-path-missing = Type where the file is
restore-look = Look at it
shop-move-title = Move the shop to another computer
shop-move-text = All of the shop as one file. Save it to a stick, and choose it on the other computer.
shop-move-save = Save the shop as one file
shop-move-folder = Folder for the file
shop-move-folder-missing = Type a folder
first-have-backup = I have a shop already, as a backup file
first-have-backup-text = A file that Backroom saved on another computer, or a backup. Its shop opens here as it was.
closed-shop-title = Go back to a backup
closed-shop-text = This shop does not open. One of its backups can take its place; its file stays beside it.
ship-to-sender = Write the address
order-not-sent = { $count ->
    [one] Not shipped by the shop system after all
   *[other] Not shipped by the shop system after all: shipment { $nth }
}
order-not-sent-done = { $number } is to be shipped again
shipped-left-out-title = { $count ->
    [one] 1 parcel is not in the file
   *[other] { $count } parcels are not in the file
}
shipped-left-out-text = The shop system has yet to be told of them.
