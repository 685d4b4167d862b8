### Files of orders and products: why one is refused, and what a person should know of its rows

## The whole file
import-cancelled = Reading was stopped. Nothing was imported.
import-file-empty = The file is empty. Export it again, or choose another file.
import-file-too-large = The file is larger than { $limit } MB. Export fewer orders at a time.
import-file-not-a-table = { $kind ->
    [pdf] This is a PDF, not a table. Export the orders as CSV or XLSX.
    [old-excel] This is an Excel file of the old kind (XLS). Open it and save it as XLSX or CSV.
    [picture] This is a picture, not a table. Export the orders as CSV or XLSX.
    [web-page] This is a web page, perhaps a sign-in page that was saved instead of the file. Sign in to your store and export again.
    [xml] This is an XML file. Export the orders as CSV or XLSX.
    [json] This is a JSON file. Export the orders as CSV or XLSX.
   *[archive] This is a packed folder. Unpack it and choose the file inside.
}
import-encoding-unknown = The letters of this file cannot be told apart. Choose its encoding, or save it as “CSV UTF-8”.
import-file-damaged = Some characters of this file are damaged. Orders that contain them are left out. Export the file again.
import-header-too-long = The first row is longer than { $limit } kB, so it is not a row of column names. Choose another file, or another separator.
import-too-many-columns = The file has more than { $limit } columns. Choose another separator, or remove columns that you do not need.
import-too-many-rows = The file has more than { $limit } rows. Export fewer orders at a time.
import-cell-too-long = The cell in row { $row } that begins with “{ $start }” is longer than { $limit } MB. A quote mark before it is probably not closed.
import-row-too-long = Row { $row } is longer than { $limit } MB. A quote mark in it is probably not closed.
import-quotes-broken = In many rows the quote marks do not pair. Choose another separator, or export the file again.
import-needs-order-number = No column is chosen for the order number. Choose the column that tells which rows belong to one order.
import-currency-assumed = The file names no currency. Its amounts are read as { $currency }. If that is wrong, choose the currency.
import-numbers-like-other-columns = Numbers such as 1,234 in “{ $column }” are read the way the other columns are written. Have a look at a few of them.

## Workbooks
import-workbook-unreadable = The workbook cannot be read. Open it in your spreadsheet program and save it again as XLSX or CSV.
import-workbook-protected = The workbook is protected by a password. Save it without one.
import-workbook-no-sheet = The workbook has no sheet with rows. Choose another sheet or file.
import-file-too-much = What the orders of this file say takes more room than { $limit } MB. Export a shorter period, or fewer columns.
import-workbook-too-large = The workbook holds more than { $limit } MB once unpacked, or far more than its size suggests. Save the sheet with the orders as CSV.
import-workbook-too-many-parts = The workbook has more than { $limit } parts. Save the sheet with the orders as CSV.

## Rows
import-row-quotes-broken = The quote marks in row { $row } do not pair, so its cells cannot be told apart. Correct the row in the file.
import-row-too-wide = Row { $row } has more cells than there are columns. A separator inside a text is probably missing its quote marks.
import-row-too-short = Row { $row } ends too early. It was cut, or a line break inside a text is missing its quote marks.
import-row-without-order-number = Row { $row } has no order number, so it belongs to no order.
import-order-too-many-rows = { $count } rows have the same order number, and an order may have { $limit }. Choose another column for the order number.
import-order-too-long = The { $count } rows of one order, from row { $row } on, are together longer than { $limit } MB. Choose another column for the order number, or shorten what stands in the rows.
import-order-rows-differ = The rows of one order say different things in “{ $column }”. Row { $row } has “{ $cell }”. The first row counts.
import-order-without-lines = The order in row { $row } has no lines. It comes in on hold until you add what was sold.

## Cells
import-cell-damaged = “{ $cell }” in “{ $column }”, row { $row }, contains damaged characters. Export the file again.
import-cell-control-characters = Characters that cannot be seen were removed from “{ $column }” in row { $row }.
import-cell-turns-direction = “{ $column }” in row { $row } contains characters that turn the reading direction. Check how it reads before you print it.
import-cell-mangled-number = A spreadsheet has shortened a long number in “{ $column }”, row { $row }, to “{ $cell }”. Its digits are lost. Export the file again and do not save it from the spreadsheet.
import-cell-not-an-amount = “{ $cell }” in “{ $column }”, row { $row }, is not an amount of money. Correct it, or choose another column.
import-number-two-readings = “{ $cell }” in “{ $column }”, row { $row }, can be read in two ways. Choose whether the file writes decimals with a point or with a comma.
import-number-too-large = An amount in row { $row } is larger than money can be. Correct it.
import-amount-rounded = “{ $cell }” in “{ $column }”, row { $row }, has fractions of the smallest coin and was rounded.
import-quantity-missing = Row { $row } does not say how many were ordered. Add the quantity.
import-quantity-not-a-number = “{ $cell }” in “{ $column }”, row { $row }, is not a number of units. Correct it, or choose another column.
import-quantity-not-whole = “{ $cell }” in “{ $column }”, row { $row }, is not a whole number of units. Correct it.
import-quantity-negative = “{ $cell }” in “{ $column }”, row { $row }, is below 0. Remove the row, or enter the units that were sold.
import-quantity-too-large = “{ $cell }” in “{ $column }”, row { $row }, is more than anyone orders. Correct it, or choose another column.
import-quantity-zero = Row { $row } orders 0 units. The line was left out.
import-line-without-name = Row { $row } has neither an SKU nor a name for what was sold. Add one.
import-line-total-differs = “{ $cell }” in “{ $column }”, row { $row }, is not quantity times price. The price counts.
import-cell-not-a-date = “{ $cell }” in “{ $column }”, row { $row }, is not a date. Correct it, or choose another column.
import-cell-not-a-time = “{ $cell }” in “{ $column }”, row { $row }, is not a time of day. Midnight was taken.
import-date-two-readings = “{ $cell }” in “{ $column }”, row { $row }, can be read in two ways. Choose whether the file writes the day or the month first.
import-date-in-future = “{ $cell }” in “{ $column }”, row { $row }, lies in the future. Check the order of day and month.
import-zone-unknown = The time zone “{ $cell }” in row { $row } is not known. The time zone of your shop was taken.
import-currency-unknown = “{ $cell }” in “{ $column }”, row { $row }, is not a currency. Enter a code such as EUR.
import-currency-differs = “{ $cell }” in “{ $column }”, row { $row }, is in another currency than the rest of the order. Correct it.
import-currency-shared-sign = Several currencies use the sign in “{ $cell }”, “{ $column }”, row { $row }. The most common one was taken. If that is wrong, choose the currency.
import-country-unknown = “{ $cell }” in “{ $column }”, row { $row }, is not a country that we know. Choose the country in the order.
import-status-unknown = We do not know what “{ $cell }” in “{ $column }” means. Choose what it stands for.
import-weight-not-read = “{ $cell }” in “{ $column }”, row { $row }, is not a weight. It was left out.
import-products-cell-unreadable = The list of products in row { $row } cannot be read: “{ $cell }”. Export the order again.
import-etsy-shipping-repeated = Several rows of the order in row { $row } name an amount for shipping. Import the file EtsySoldOrders too, which has the order's own amount.
import-order-told-twice = Order { $number } stands in the file twice, in row { $row } and in row { $other }, and the two differ. Delete the older one and import again.
import-rows-repeated = The order in row { $row } stands in the file more than once with the same rows. It is read once; { $count ->
    [one] one repeated row is
   *[other] { $count } repeated rows are
} left out.

## Products
product-needs-sku-or-title = No column is chosen for the SKU or the name. Choose one of them.
product-without-name = Row { $row } has neither a name nor an SKU. Add one.
product-sku-twice = SKU { $sku } stands in row { $other } and in row { $row }. Give each variant its own SKU.
product-amount-negative = “{ $cell }” in “{ $column }”, row { $row }, is below 0. Correct it.
product-count-negative = “{ $cell }” in “{ $column }”, row { $row }, is below 0. The product comes in as not counted.
product-measure-not-read = “{ $cell }” in “{ $column }”, row { $row }, is not a measure. It was left out.
product-measure-without-unit = “{ $cell }” in “{ $column }”, row { $row }, has no unit, so it was left out. Choose the unit of the column.
product-parts-not-read = “{ $cell }” in “{ $column }”, row { $row }, does not read as parts. Write SKUs with how many of each, such as MUG×2, CUP×1.
product-hs-code-not-read = “{ $cell }” in “{ $column }”, row { $row }, is not a customs tariff number. It was left out.
product-origin-unknown = “{ $cell }” in “{ $column }”, row { $row }, is not a country that we know. It was left out.
import-text-too-long = “{ $cell }…” in “{ $column }”, row { $row }, is longer than { $limit } characters. Shorten it in the file.
