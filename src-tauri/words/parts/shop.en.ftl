# The shop itself: first run, settings, the day at a look.

## The day
day-empty = There are no orders yet.
day-empty-next = Import an order file of your store, or look around with the sample shop.
day-late =
    { $count ->
        [one] 1 order is late. Send it first.
       *[other] { $count } orders are late. Send them first.
    }
day-due =
    { $count ->
        [one] 1 order has to leave today.
       *[other] { $count } orders have to leave today.
    }
day-waiting =
    { $parcels ->
        [one] 1 parcel is labelled and waits to be handed over.
       *[other] { $parcels } parcels are labelled and wait to be handed over.
    }
day-ready =
    { $count ->
        [one] 1 order is ready to ship. It does not have to leave today.
       *[other] { $count } orders are ready to ship. None of them has to leave today.
    }
day-needs =
    { $count ->
        [one] Nothing has to leave. 1 thing needs you.
       *[other] Nothing has to leave. { $count } things need you.
    }
day-short =
    { $count ->
        [one] Nothing can leave. 1 order waits for goods.
       *[other] Nothing can leave. { $count } orders wait for goods.
    }
day-held =
    { $count ->
        [one] Nothing can leave. 1 order is on hold.
       *[other] Nothing can leave. { $count } orders are on hold.
    }
day-clear = Nothing waits for you.
day-also-due =
    { $count ->
        [one] 1 more has to leave today.
       *[other] { $count } more have to leave today.
    }
day-also-waiting =
    { $parcels ->
        [one] 1 parcel is labelled and waits to be handed over.
       *[other] { $parcels } parcels are labelled and wait to be handed over.
    }
day-also-ready =
    { $count ->
        [one] 1 more order is ready to ship.
       *[other] { $count } more orders are ready to ship.
    }
day-also-unpaid =
    { $count ->
        [one] 1 order waits for its payment.
       *[other] { $count } orders wait for their payment.
    }
tile-detail-due =
    { $count ->
        [one] 1 due today
       *[other] { $count } due today
    }
tile-detail-oldest =
    { $days ->
        [0] oldest { $number }
        [one] oldest { $number }, 1 day
       *[other] oldest { $number }, { $days } days
    }
need-unreadable = Something needs you, but its note cannot be read: { $text }

## The first run
shop-made-already = This shop is made already. Change its name and the rest in Settings.
shop-by-hand = By hand
shop-own-post = Own post
shop-first-service = Own post
shop-zone-inland = Inland
shop-zone-world = Rest of the world

## Settings
settings-name-missing = Give the shop a name of at most 100 letters.
settings-user-missing = Write who works here, in at most 100 letters.
settings-country-unknown = Choose the country from the list.
settings-currency-missing = Choose the currency that the shop sells in.
settings-reserve-days = Goods can be reserved 0 to { $most } days before an order has to leave.
settings-unpaid-days = Goods can be kept for 0 to { $most } days. 0 keeps them without end.
settings-currency-fixed = The currency stays as it is, because orders are here already. Another currency needs a shop of its own.
settings-language-unknown = Choose English or German.
settings-zone-unknown = This time zone is not known. Choose one from the list, such as Europe/Berlin.
settings-holiday-unknown = “{ $day }” is not a day. Write it as year-month-day, such as 2026-12-24.
settings-slip-note-long = The note on slips is too long for the paper. Keep it within 500 letters.
settings-logo-large = The logo is larger than 200 kB. Save it smaller and choose it again.
settings-logo-not-png = The logo is not a readable PNG picture. Save it as PNG and choose it again.
settings-label-dpi = Label printers print 203 or 300 dots per inch. Choose one of the two.
settings-paper = Choose A4 or Letter.
settings-printer = A printer’s address looks like ipp://printer.local/ipp/print, and it prints 1 to 9 copies.
settings-returns-part = The return address is not whole, so no parcel would find back. Complete it, or let parcels come back to your own address.
settings-backup-folder = This folder is not there. Choose one that exists, or plug its disk in.

## Services
service-currency = Prices of the own post are in the shop’s currency, { $currency }.
service-name-taken = There is a service “{ $name }” already. Give this one another name.
service-pool-untracked = Only a tracked service takes numbers. Switch tracking on, or leave the numbers out.
pool-not-stopped = The numbers of this service go on already.
pool-number-foreign = { $number } is not a number of this service, or its check digit is wrong. Type it as it stands on the label, such as RR 123 456 785 DE.
service-pool-overlaps = Some of these numbers are in the pool { $pool } already. A number is never given twice.

## Channels
channel-by-hand-stays = Orders by hand are always possible. This channel stays in use.
channel-start-range = This day cannot be kept. Choose one of this century.
channel-name-missing = Give the channel a name of at most 100 letters.
channel-name-taken = { $name } is the name of another channel. Choose a name that tells them apart.

## Backups
backup-of-server = This shop is kept on a PostgreSQL server. Set up the server’s own backups.
backup-failed = Today’s backup failed: { $why }. Make room on the disk and make a backup in Settings.
backup-second-failed = Today’s backup could not be copied to { $folder }. Plug the disk in, or choose another folder in Settings.

## Printers
printer-state-idle = Ready
printer-state-busy = Printing
printer-state-stopped = Stopped
printer-state-closed = Takes no jobs
printer-state-unknown = Does not say how it is

## A backup that takes the shop's place
backup-not-there = There is no file { $path }. The newest backup of this shop is { $newest }.
backup-not-there-none = There is no file { $path }, and this shop has no backup of its own yet. Look on the disk or stick that you copied one to.
backup-damaged = { $path } is damaged: it is not byte for byte what was written. Nothing was replaced. Take { $other } instead; it is whole.
backup-damaged-none = { $path } is damaged: it is not byte for byte what was written. Nothing was replaced. No other backup in the shop's folder is whole; look for one in your second folder.
backup-restore-busy = Something long is under way, an import or a print. Wait until it has ended, then restore again. Nothing was replaced.
backup-restore-looking = This program only looks at the shop. Restore in the window, in Settings, or with backroom-cli restore while the window is closed.
health-backup-damaged = The shop’s data is sound, but its newest backup { $name } is damaged. Make a new backup now, and look after the disk.
event-backup-restored = A backup took the shop’s place
