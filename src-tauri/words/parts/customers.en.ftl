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
