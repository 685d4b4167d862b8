### Labels, packing slips, pick lists

# Names of the parts of a document, used inside the sentences below.
paper-field-recipient = the recipient's address
paper-field-sender = the sender's address
paper-field-service = the service
paper-field-reference = the order number
paper-field-tracking = the tracking number
paper-field-routing = the routing note
paper-field-note = your own lines
paper-field-gift-message = the gift message
paper-field-goods = the list of goods
paper-field-bin = the bin
paper-field-heading = a heading

paper-letters-dropped = { $field ->
    [recipient] The recipient's address
    [sender] The sender's address
    [service] The service
    [reference] The order number
    [tracking] The tracking number
    [routing] The routing note
    [note] One of your own lines
    [gift-message] The gift message
    [goods] The list of goods
    [bin] The bin
   *[heading] A heading
} has emoji or hidden characters that do not print. They were left out: { $codes }.
paper-text-too-long = { $field ->
    [recipient] The recipient's address
    [sender] The sender's address
    [service] The service
    [reference] The order number
    [tracking] The tracking number
    [routing] The routing note
    [note] One of your own lines
    [gift-message] The gift message
    [goods] The list of goods
    [bin] The bin
   *[heading] A heading
} does not fit, even in small print. This is missing on the paper: “{ $missing }”. Shorten it and print again.
paper-no-barcode = { $field ->
    [tracking] The tracking number
   *[reference] The order number
} cannot be printed as a barcode here, so it stands there as text only. Check it for letters that barcodes do not have, or use wider paper.
paper-letter-without-font = The letter { $letter } ({ $code }) in { $field ->
    [recipient] the recipient's address
    [sender] the sender's address
    [service] the service
    [reference] the order number
    [tracking] the tracking number
    [routing] the routing note
    [note] one of your own lines
    [gift-message] the gift message
    [goods] the list of goods
    [bin] the bin
   *[heading] a heading
} cannot be printed: no font here has it. Write it in another script and print again.
paper-no-recipient = There is no address to send to. Fill in street, town and country, then print again.
paper-nothing = There is nothing to print. Choose at least one order.
paper-logo-unreadable = The logo cannot be read. Choose a PNG picture with at most 40 million pixels.
paper-broken = The paper could not be made. Nothing was printed; please report this with the diagnostics file.

## Fixed words of the documents

paper-word-from = From
paper-word-to = To
paper-word-order = Order
paper-word-parcel = Parcel { $number } of { $count }
paper-word-page = Page { $number } of { $count }
paper-word-packing-slip = Packing slip
paper-word-ship-to = Ship to
paper-word-date = Date
paper-word-quantity = Qty
paper-word-item = Item
paper-word-sku = SKU
paper-word-price = Price
paper-word-amount = Amount
paper-word-total = Total
paper-word-gift-message = A message for you
paper-word-notes = Notes
paper-word-pieces = { $count ->
    [one] { $count } piece
   *[other] { $count } pieces
}
paper-word-pick-list = Pick list
paper-word-batch = Batch
paper-word-bin = Bin
paper-word-for-orders = For orders
paper-word-no-bin = No bin
paper-word-test-page = Printer test
paper-word-test-measure = Measure the rulers: each long mark is 10 mm. If they are longer or shorter, turn off scaling in the printer’s settings.
paper-word-test-edge = The frame is { $millimetres } mm inside the edge on all four sides. If a side is cut off, move the paper or set the printer’s margins.
paper-word-test-scan = Scan these codes. If one does not read, make the print darker or clean the head.
paper-word-hand-over = Hand-over list
paper-word-parcel-number = Parcel
paper-word-tracking = Tracking number
paper-word-service = Service
paper-word-weight = Weight
paper-word-handed-over-by = Handed over by
paper-word-taken-over-by = Taken over by, date and time
paper-hand-over-summary = { $day }: { $parcels ->
    [one] 1 parcel
   *[other] { $parcels } parcels
}{ $weight }
