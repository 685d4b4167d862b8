# Products and stock.

stock-negative =
    { $units ->
        [one] More of { $sku } has left than was here: 1 unit below nothing. Count the shelf.
       *[other] More of { $sku } has left than was here: { $units } units below nothing. Count the shelf.
    }
stock-count-range = Count from 0 to { $most } units.
stock-other-location = Stock is kept at the shop’s first place for now. Leave the place out.
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
