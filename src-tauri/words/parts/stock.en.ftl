# Products and stock.

stock-negative =
    { $units ->
        [one] More of { $sku } has left than was here: 1 unit below nothing. Count the shelf.
       *[other] More of { $sku } has left than was here: { $units } units below nothing. Count the shelf.
    }
stock-count-range = Count from 0 to { $most } units.
stock-move-range = Write how many units came or went, from 1 to { $most }.
stock-received-out = A delivery brings units in. For units that go out choose scrapped or corrected.
stock-scrapped-in = Scrapped units go out. For units that come in choose received or corrected.
stock-move-kind = By hand units are received, scrapped or corrected. Everything else is booked where it happens.
stock-move-takes =
    { $units ->
        [one] This takes 1 unit that is promised to { $orders }. Confirm to let it wait for goods again.
       *[other] This takes { $units } units that are promised to { $orders }. Confirm to let them wait for goods again.
    }
variant-title-missing = Give the product a title.
variant-too-long = This is too long. Keep it within { $most } letters.
variant-grams-range = Write the weight of one in grams, from 1 to { $most }.
variant-amount-range = Write an amount of 0 or more.
variant-reorder-negative = Write a reorder point of 0 or more, or leave it empty.
variant-origin-unknown = “{ $country }” is not a country’s code of two letters, such as DE.
variant-sku-taken = The SKU { $sku } belongs to { $title }. Each product needs its own.
variant-barcode-taken = The barcode { $barcode } belongs to { $title }. A scan must find one product.

## Products from a file
stock-file-too-big = This file is larger than 64 MB. Split it into smaller ones.
stock-file-unreadable = This file could not be read. Nothing was changed.
stock-file-sku-alike = The SKUs { $sku } and { $other } mean the same product: they differ at most in capitals. Write one of them anew.
stock-file-barcode-taken = The barcode { $barcode } belongs to another product. A scan must find one product.
stock-file-counted-already = { $sku } was counted here already. Its stock stays as it is; count it under Stock to change it.
stock-file-part-unknown = There is no product with the SKU { $sku }. Bring it in the same file, or make it first.
stock-file-takes =
    { $units ->
        [one] { $sku }: 1 unit fewer than promised. { $orders } will wait for goods.
       *[other] { $sku }: { $units } units fewer than promised. { $orders } will wait for goods.
    }

## Sets
kit-in-itself = A set cannot be a part of itself, not even inside another set. Take that part out.
kit-part-range = Write how many of a part are in one set, from 1 to { $most }.
kit-part-twice = A part stands in the list once, with how many of it are in one set.
kit-part-unknown = One of the parts is not here any more. Take it out and choose another.
kit-too-many-parts = A set has at most { $most } different parts.
kit-has-stock =
    { $units ->
        [one] 1 of { $title } is on hand. A set has no stock of its own: count it to 0 first, then count its parts.
       *[other] { $units } of { $title } are on hand. A set has no stock of its own: count it to 0 first, then count its parts.
    }
stock-kit-has-none = A set has no stock of its own. Count or move its parts.
stock-view-kits = Sets
stock-empty-kits = No sets yet. Give a product its parts, and it is sold as one and fetched as several.
stock-kit = Set
kit-parts = In one set
kit-in-kits = Part of
kit-none-counted = None of its parts is counted yet, so it is never short.
kit-scarcest = As many as its scarcest part allows. Orders reserve the parts.
kit-edit = Change parts
kit-make = Make it a set
kit-make-text = Sold as one, fetched as several: give it its parts.
kit-title = Parts of { $title }
kit-text = What is fetched for one. Orders that were begun keep the parts they were sold with.
kit-find = Add a part: code, name or barcode
kit-none-found = No product fits “{ $text }”.
kit-add = Add { $title }
kit-remove = Take { $title } out
kit-quantity = How many { $title }
kit-free = { $count } free
kit-not-counted = not counted
kit-no-parts = No parts yet. Look for the first one below.
kit-dissolve = Make it goods again
kit-saved = { $count ->
    [0] { $title } is goods again
    [one] { $title } is made of 1 part
   *[other] { $title } is made of { $count } parts
}
event-recipe-changed = Parts of the set changed

## Places
location-last = This is the only place in use. Add another one first.
location-has-stock =
    { $variants ->
        [one] { $name } still holds 1 product, { $reserved } units of it promised to orders. Carry it to another place or count it to 0 first.
       *[other] { $name } still holds { $variants } products, { $reserved } units of them promised to orders. Carry them to another place or count them to 0 first.
    }
location-has-shipments =
    { $count ->
        [one] 1 shipment is yet to leave from { $name }. Send it or call it off first.
       *[other] { $count } shipments are yet to leave from { $name }. Send them or call them off first.
    }
location-not-in-use = This place is out of use. Take it into use before parcels leave from it.
location-name-missing = Give the place a name of at most { $most } letters.
location-name-taken = There is a place called { $name } already. Choose another name, so that a pick list says where to go.
location-too-many = A shop has at most { $most } places.
stock-transfer-same = Choose two different places.
stock-transfer-not-counted = It was never counted, so nobody knows how many there are to carry. Count it first.
stock-transfer-range =
    { $most ->
        [0] Nothing can leave { $place } now: it is not there, or in parcels that were begun.
        [one] From { $place } 1 unit can leave at most: the rest is not there, or in parcels that were begun.
       *[other] From { $place } { $most } units can leave at most: the rest is not there, or in parcels that were begun.
    }
stock-transfer-takes =
    { $units ->
        [one] { $orders } then waits for goods: parts of a set have to stand together. Carry it anyway?
       *[other] { $orders } then wait for { $units } units: parts of a set have to stand together. Carry them anyway?
    }

place = Place
places = Places
places-all = All places
place-with-count = { $name } ({ $count })
transfer = Transfer
transfer-title = Carry { $title } to another place
transfer-text = What orders were promised goes with the goods, as long as nobody began to pack it.
transfer-from = From
transfer-to = To
transfer-go = Transfer { $count }
transfer-go-anyway = Transfer { $count } all the same
transfer-done = { $count } carried from { $from } to { $to }
move-go-anyway = Book { $count } all the same
settings-part-locations = Places
settings-part-locations-text = Where your stock lies. Orders are packed at the first place that has all of it.
location-new = New place
location-rename = Rename
location-name = Name of the place
location-name-example = Cellar
location-needs-name = Give the place a name.
location-saved = { $name } saved
location-first = Ships first
location-make-first = Ship from here first
location-is-first = Orders are packed at { $name } first
location-off = Out of use
location-stop = Stop using
location-use = Use again
location-is-off = { $name } is out of use
location-is-on = { $name } is in use again
stock-transfer-none = Carry at least 1 unit. To carry some back, swap the two places.
variant-safety-range = Keep back 0 to { $most } units.
variant-safety = Kept back for safety
variant-available = Available
variant-available-missing = Not found on the shelf
variant-available-sum = = { $count }
stock-more-fetched = Count { $sku }: { $fetched } are fetched, but only { $units } are in the house
