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
stock-file-sku-alike = The SKUs { $sku } and { $other } differ only in signs or capitals. Write one of them anew.
stock-file-barcode-taken = The barcode { $barcode } belongs to another product. A scan must find one product.
stock-file-counted-already = { $sku } was counted here already. Its stock stays as it is; count it under Stock to change it.
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
