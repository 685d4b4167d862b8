# The command line.
cli-which-shop = Say which shop: --data with its folder, or set BACKROOM_DATA.
cli-no-shop = There is no shop in { $place }. `sample` makes one to look around in; `call shop_make` makes your own.
cli-file = { $path }: { $problem }.
cli-day = “{ $text }” is not a day. Write it as 2026-11-23.
cli-not-json = The request is not JSON: { $problem }.
cli-no-order = There is no order { $number }. `orders --view all` lists them.
cli-several-orders = Several orders have the number { $number }. Name one of { $ids }.
cli-no-service = There is no service “{ $name }”. There are: { $names }.
cli-one-tracking = A tracking number belongs to one order. Name that order alone.
cli-nothing-ready = Nothing is ready to ship. `orders --view open` shows what is waiting, and `order` with its number says why.
cli-labelled-already = { $number } has its label already; its parcel waits to be handed over.
cli-labels-not-saved = The labels of { $parcels } are made all the same; nothing further was done. Save them elsewhere: backroom-cli print { $document } --out labels.pdf
cli-paper-not-saved = The paper is made all the same; nothing further was done. Save it elsewhere: backroom-cli print { $document } --out page.pdf
cli-nothing-labelled = No parcel of these orders waits to be handed over. Make labels first.
cli-not-all = Not everything was done; the lines above say why.
cli-handed-over = { $count ->
    [one] 1 parcel has left.
   *[other] { $count } parcels have left.
  }
cli-restore-server = A shop on a server is restored by the server’s own backup.
cli-restored = The backup is now the shop in { $place }. The shop that was there stays beside it.
cli-import-shelf = ? { $units ->
    [one] 1 unit
   *[other] { $units } units
  } of { $orders ->
    [one] 1 order
   *[other] { $orders } orders
  } left without a parcel of yours. Did they stand on your shelf? Say it with --on-shelf yes or --on-shelf no; without it stock stays and the question needs you.
cli-import-into = Into: { $channel }
cli-import-into-new = Into: { $channel }, a new channel
cli-import-which = There are several shops of this kind: { $channels }. Say which of them the file is from with --channel; a new name makes another.
cli-import-others = { $count ->
    [one] 1 order has a number of { $channel } but is another order
   *[other] { $count } orders have a number of { $channel } but are other orders
  }: nothing was written. If the file is of another shop, name that shop with --channel. Else say --others leave to leave them out, or --others same to take them as the same orders.
cli-import-whole-file = the whole file
cli-import-pair = “{ $text }” has no “=”. Write it as 'Column=field' or 'Word=meaning'.
cli-import-no-column = The file has no column “{ $column }”. It has: { $columns }.
cli-import-no-field = “{ $field }” is not one of the fields. They are: { $fields }.
cli-import-no-meaning = “{ $meaning }” is not one of the meanings. They are: { $meanings }.
cli-say-dates = Say it with --dates day-first or --dates month-first.
cli-say-decimal = Say it with --decimal comma or --decimal point.
cli-say-currency = Say it with --currency, for example --currency EUR.
cli-say-status = Say it with --status, for example --status '{ $word }=shipped'.
cli-say-map = Say it with --map 'Column=order_number'.
cli-say-sheet = ! The workbook has several sheets: { $sheets }. “{ $sheet }” is read; --sheet reads another.
cli-import-would = { $new } new, { $updated } changed, { $skipped } as they are, { $refused } left out. Nothing was written.
cli-import-done = { $new } new, { $updated } changed, { $skipped } as they are, { $refused } left out.
cli-import-next = { $ready } ready to ship, { $attention } held or waiting for you.
cli-import-start = From which day on are orders work and not history? Say it with --start, for example --start { $day }.
cli-import-rows = { $count ->
    [one] row { $rows }
   *[other] { $count } times, first in rows { $rows }
  }
cli-orders-shown = { $more ->
    [0] { $shown } of { $total }
   *[other] { $shown } of more than { $total }
  }
cli-held = on hold
cli-column-number = Number
cli-column-placed = Placed
cli-column-ship-by = Ship by
cli-column-name = Name
cli-column-country = Country
cli-column-units = Units
cli-column-total = Total
cli-column-state = State
cli-sample = { $name }: { $orders } invented orders in { $place }
cli-tile-to-ship = to ship
cli-tile-late = late
cli-tile-on-hold = on hold
cli-tile-awaiting-payment = awaiting payment
cli-tile-short = short
cli-tile-needs-you = need you
cli-tile-partly-shipped = partly shipped
cli-tile-on-the-way = on the way
cli-tile-open = open
cli-tile-all = in all
cli-tile-hand-over = waiting to be handed over
cli-tile-low-stock = low in stock
cli-token-short = The token needs at least 16 letters.
cli-serve = { $address } cannot be listened on: { $problem }.
cli-not-sound = Something was found; the lines above say what.
cli-no-customer = There is no customer “{ $who }”. Name the whole e-mail address; `call search` finds others.
cli-would-erase = Would erase { $customers ->
    [one] 1 person
   *[other] { $customers } people
  }: { $orders } orders without a name, { $addresses } addresses, { $pages } pages. Nothing was done; --for-good does it.
cli-erased = Erased for good: { $customers ->
    [one] 1 person
   *[other] { $customers } people
  }, { $orders } orders without a name, { $addresses } addresses, { $pages } pages.
cli-kept = { $title } stays for the years that you set.
cli-erase-blocked = Nothing was erased; the lines above say what has to be finished first.

## What falls due by itself
cli-daily-released =
    { $count ->
        [one] The hold of 1 order ended.
       *[other] The holds of { $count } orders ended.
    }
cli-daily-reserved =
    { $count ->
        [one] The day of 1 order came: its goods are put aside.
       *[other] The day of { $count } orders came: their goods are put aside.
    }
cli-daily-expired =
    { $count ->
        [one] The goods of 1 unpaid order were let go.
       *[other] The goods of { $count } unpaid orders were let go.
    }
cli-daily-delivered =
    { $count ->
        [one] 1 parcel counts as delivered.
       *[other] { $count } parcels count as delivered.
    }
cli-daily-backup = { $name } is made and checked.
cli-daily-nothing = Nothing was due.
