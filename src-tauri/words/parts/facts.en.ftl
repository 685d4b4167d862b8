# What the shop knows without a network: addresses, tracking numbers, the calendar, its own post.

## Addresses: these hold an order
address-name-missing = There is no name and no firm. Add who takes the parcel.
address-street-missing = The street is missing. Add it, or ask the buyer.
address-city-missing = The town is missing. Add it, or ask the buyer.
address-region-missing = The state or province is missing. Carriers to { $country } ask for it.
address-postcode-missing = The postcode is missing. It looks like { $example }.
address-postcode-wrong = “{ $postcode }” is not a postcode of { $country }. It should look like { $example }.
address-country-missing = The country is missing. Choose it.
address-country-unknown = “{ $country }” is not the code of a country. Choose the country.

## Addresses: worth a look
address-country-guessed = The country is missing. The other parts fit { $country } only.
address-postcode-tidy = The post writes this postcode { $better }.
address-region-unknown = “{ $region }” is not a state or province of { $country }.
address-region-postcode = { $region } and { $postcode } do not belong together. The postcode lies in { $expected }.
address-house-number-missing = There is no house number. Ask the buyer if the street has numbers.
address-po-box = This is a post office box. Parcel services do not deliver there, only the post does.
address-packstation = This is a parcel locker of DHL. No other carrier delivers there.
address-line-long = This line has { $length } characters. Labels of most carriers take { $max }.
address-line-repeated = The second line says the same as the first. Empty one of them.

## The calendar
calendar-never-open = The shop needs at least one open day a week. Choose one.
calendar-cut-off = The cut-off must be a time of the day, 23:59 at the latest.
calendar-handling-days = Handling can take { $max } days at most.

## Own post: prices
own-post-no-country = The address has no country, so there is no price. Add the country.
own-post-no-zone = { $service } has no zone for { $country }. Choose another service, or add a zone in the settings.
own-post-weight-unknown = The price of { $service } depends on the weight. Enter the parcel’s weight.
own-post-too-heavy = The parcel weighs { $grams } g. { $service } takes { $max } g there at most. Choose another service, or split the parcel.

## Own post: definitions
own-post-name-missing = The service needs a name.
own-post-country-unknown = “{ $country }” is not the code of a country. Choose the country that parcels leave from.
own-post-no-zones = The service needs at least one zone.
own-post-max-grams = The heaviest parcel must weigh between 1 and { $max } g.
own-post-size-zero = Every side of the largest parcel must be longer than 0.
own-post-zone-name-missing = Every zone needs a name.
own-post-zone-empty = Zone { $zone } has no countries. Add one, or choose “rest of the world”.
own-post-zone-country-unknown = Zone { $zone } names “{ $country }”, which is not the code of a country.
own-post-zone-postcode-empty = Zone { $zone } has an empty beginning of a postcode. Fill it in, or remove it.
own-post-zone-no-prices = Zone { $zone } has no prices. Add one.
own-post-zone-never-asked = Zone { $zone } is never used, because an earlier zone takes all of its countries. Move it up.
own-post-price-negative = Zone { $zone } has a price below 0.
own-post-step-weight = Zone { $zone } has a weight that is not between 1 and { $max } g.
own-post-steps-twice = Zone { $zone } has two prices for the same weight. Remove one.
own-post-steps-unsorted = The weights of zone { $zone } are not in order. Put the lightest first.

## Own post: numbers
number-pool-empty = All numbers of { $pool } are used. Ask the post for new ones and add them.
number-pool-low = { $left ->
    [one] One number of { $pool } is left. Ask the post for new ones.
   *[other] { $left } numbers of { $pool } are left. Ask the post for new ones.
}
number-pool-unsure = A backup was restored here, and nobody knows which numbers of { $pool } were given since. Say in Settings, under Services, which was the last.
number-pool-broken = The numbers of { $pool } cannot be used as they are set. Check them in the settings.
number-pool-letters = A number begins with two capital letters and ends with the code of a country, as in RR…GB.
number-pool-range = The last number must come after the first, and both have eight digits before the check digit.
number-pool-next = The next number must lie between the first and the last.
number-pool-warn-at = The number for the warning cannot be below 0.
number-pool-ends = These are not the first and last number of one row. Type both as the post printed them.
tracking-number-missing = There is no number. Scan or type it.
tracking-number-odd = This is not a tracking number. Numbers have letters and digits only, { $max } at most.
tracking-number-misread = { $number } looks like { $carrier }, but its check digit is wrong. Scan it again.
tracking-number-check-digit = If this is a number of { $carrier }, its check digit is wrong. Compare it with the label.
tracking-number-unknown = No carrier that we know has numbers like this. Compare it with the label.
weight-range = A parcel weighs from 1 g to { $most } kg. Check the weight.
ship-by-range = Choose a day at most { $years } years from today.
hold-until-range = Choose a day after today, at most { $years } years ahead.
