# The shop’s data: its health, its people.

## Health of the data
health-never = Nobody has looked at this shop’s data yet.
health-sound = The shop’s data is sound.
health-damaged =
    { $count ->
        [one] The shop’s data is damaged in 1 place. Make a backup into another folder, then restore the newest backup that is sound.
       *[other] The shop’s data is damaged in { $count } places. Make a backup into another folder, then restore the newest backup that is sound.
    }
health-breached =
    { $count ->
        [one] Nothing is lost, but 1 stored number is not what its rows say. Send us the check’s result; it names nobody.
       *[other] Nothing is lost, but { $count } stored numbers are not what their rows say. Send us the check’s result; it names nobody.
    }
health-by-pages = Every page, every index and every reference was looked at.
health-by-amcheck = The server looked at every table and every index (amcheck).
health-by-reading = Every row was read and every index compared. The server’s administrator can make the check deeper with “CREATE EXTENSION amcheck”.

## Forgetting people
event-person-erased = The buyer was erased for good
erased-sentence = What was written here was erased with the buyer.
erased-scrub-later = The database file still has to be rewritten without the erased data. Backroom tries again within the hour; make room on the disk.
erased-backups =
    { $count ->
        [one] 1 copy of the shop in its folder was made before (a backup, or a shop that was replaced). When it is restored they are erased from it at once; copies elsewhere are yours to delete.
       *[other] { $count } copies of the shop in its folder were made before (backups, and shops that were replaced). When one is restored they are erased from it at once; copies elsewhere are yours to delete.
    }
erased-kept =
    { $count ->
        [one] 1 invoice is kept for the years that you set, and erased by itself afterwards.
       *[other] { $count } invoices are kept for the years that you set, and erased by themselves afterwards.
    }
erase-order-in-work = { $number } is still in work. Ship and deliver it, or cancel it, then erase.
erase-order-labelled = A parcel of { $number } is labelled and has not left. Hand it over or retire its label, then erase.
erase-page-shared = { $number } of another buyer stands on the same page and is still in work. Finish it first, then erase.
privacy-years = Invoices can be kept for 0 to { $most } years.
