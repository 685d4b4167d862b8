# Was der Laden ohne Netz weiß: Adressen, Sendungsnummern, der Kalender, die eigene Post.

## Adressen: diese halten eine Bestellung an
address-name-missing = Es fehlt ein Name oder eine Firma. Ergänzen Sie, wer das Paket annimmt.
address-street-missing = Die Straße fehlt. Ergänzen Sie sie, oder fragen Sie nach.
address-city-missing = Der Ort fehlt. Ergänzen Sie ihn, oder fragen Sie nach.
address-region-missing = Der Bundesstaat oder die Provinz fehlt. Zusteller nach { $country } verlangen ihn.
address-postcode-missing = Die Postleitzahl fehlt. Sie sieht aus wie { $example }.
address-postcode-wrong = „{ $postcode }“ ist keine Postleitzahl von { $country }. Sie sollte aussehen wie { $example }.
address-country-missing = Das Land fehlt. Wählen Sie es.
address-country-unknown = „{ $country }“ ist kein Länderkürzel. Wählen Sie das Land.

## Adressen: einen Blick wert
address-country-guessed = Das Land fehlt. Die anderen Teile passen nur zu { $country }.
address-postcode-tidy = Die Post schreibt diese Postleitzahl { $better }.
address-region-unknown = „{ $region }“ ist kein Bundesstaat und keine Provinz von { $country }.
address-region-postcode = { $region } und { $postcode } passen nicht zusammen. Die Postleitzahl liegt in { $expected }.
address-house-number-missing = Die Hausnummer fehlt. Fragen Sie nach, wenn die Straße Nummern hat.
address-po-box = Das ist ein Postfach. Paketdienste liefern nicht dorthin, nur die Post.
address-packstation = Das ist eine Packstation oder Filiale von DHL. Kein anderer Dienst liefert dorthin.
address-line-long = Diese Zeile hat { $length } Zeichen. Die Etiketten der meisten Dienste fassen { $max }.
address-line-repeated = Die zweite Zeile sagt dasselbe wie die erste. Leeren Sie eine davon.

## Der Kalender
calendar-never-open = Der Laden braucht mindestens einen offenen Tag in der Woche. Wählen Sie einen.
calendar-cut-off = Der Annahmeschluss muss eine Uhrzeit sein, spätestens 23:59.
calendar-handling-days = Die Bearbeitung kann höchstens { $max } Tage dauern.

## Eigene Post: Preise
own-post-no-country = Die Adresse hat kein Land, also gibt es keinen Preis. Ergänzen Sie das Land.
own-post-no-zone = { $service } hat keine Zone für { $country }. Wählen Sie einen anderen Dienst, oder legen Sie in den Einstellungen eine Zone an.
own-post-weight-unknown = Der Preis von { $service } hängt vom Gewicht ab. Geben Sie das Gewicht des Pakets ein.
own-post-too-heavy = Das Paket wiegt { $grams } g. { $service } nimmt dorthin höchstens { $max } g. Wählen Sie einen anderen Dienst, oder teilen Sie das Paket.

## Eigene Post: Festlegungen
own-post-name-missing = Der Dienst braucht einen Namen.
own-post-country-unknown = „{ $country }“ ist kein Länderkürzel. Wählen Sie das Land, aus dem die Pakete kommen.
own-post-no-zones = Der Dienst braucht mindestens eine Zone.
own-post-max-grams = Das schwerste Paket muss zwischen 1 und { $max } g wiegen.
own-post-size-zero = Jede Seite des größten Pakets muss länger als 0 sein.
own-post-zone-name-missing = Jede Zone braucht einen Namen.
own-post-zone-empty = Zone { $zone } hat keine Länder. Fügen Sie eines hinzu, oder wählen Sie „übrige Welt“.
own-post-zone-country-unknown = Zone { $zone } nennt „{ $country }“, das ist kein Länderkürzel.
own-post-zone-postcode-empty = Zone { $zone } hat einen leeren Anfang einer Postleitzahl. Füllen Sie ihn aus, oder entfernen Sie ihn.
own-post-zone-no-prices = Zone { $zone } hat keine Preise. Fügen Sie einen hinzu.
own-post-zone-never-asked = Zone { $zone } wird nie benutzt, weil eine frühere Zone alle ihre Länder nimmt. Schieben Sie sie nach oben.
own-post-price-negative = Zone { $zone } hat einen Preis unter 0.
own-post-step-weight = Zone { $zone } hat ein Gewicht, das nicht zwischen 1 und { $max } g liegt.
own-post-steps-twice = Zone { $zone } hat zwei Preise für dasselbe Gewicht. Entfernen Sie einen.
own-post-steps-unsorted = Die Gewichte von Zone { $zone } sind nicht geordnet. Stellen Sie das leichteste nach vorn.

## Eigene Post: Nummern
number-pool-empty = Alle Nummern von { $pool } sind verbraucht. Holen Sie bei der Post neue, und tragen Sie sie ein.
number-pool-low = { $left ->
    [one] Eine Nummer von { $pool } ist übrig. Holen Sie bei der Post neue.
   *[other] { $left } Nummern von { $pool } sind übrig. Holen Sie bei der Post neue.
}
number-pool-unsure = Hier wurde eine Sicherung eingespielt, und niemand weiß, welche Nummern von { $pool } seither vergeben wurden. Sagen Sie in den Einstellungen unter Versandarten, welche die letzte war.
number-pool-broken = Die Nummern von { $pool } sind so nicht zu gebrauchen. Prüfen Sie sie in den Einstellungen.
number-pool-letters = Eine Nummer beginnt mit zwei Großbuchstaben und endet mit einem Länderkürzel, wie RR…DE.
number-pool-range = Die letzte Nummer muss nach der ersten kommen, und beide haben acht Ziffern vor der Prüfziffer.
number-pool-next = Die nächste Nummer muss zwischen der ersten und der letzten liegen.
number-pool-warn-at = Die Zahl für die Warnung kann nicht unter 0 liegen.
number-pool-ends = Das sind nicht die erste und letzte Nummer einer Reihe. Tippen Sie beide so, wie die Post sie gedruckt hat.
tracking-number-missing = Es fehlt eine Nummer. Scannen oder tippen Sie sie.
tracking-number-odd = Das ist keine Sendungsnummer. Nummern haben nur Buchstaben und Ziffern, höchstens { $max }.
tracking-number-misread = { $number } sieht aus wie { $carrier }, aber die Prüfziffer stimmt nicht. Scannen Sie noch einmal.
tracking-number-check-digit = Wenn das eine Nummer von { $carrier } ist, stimmt ihre Prüfziffer nicht. Vergleichen Sie sie mit dem Etikett.
tracking-number-unknown = Kein Dienst, den wir kennen, hat solche Nummern. Vergleichen Sie sie mit dem Etikett.
weight-range = Ein Paket wiegt von 1 g bis { $most } kg. Prüfen Sie das Gewicht.
ship-by-range = Wählen Sie einen Tag, der höchstens { $years } Jahre von heute entfernt ist.
hold-until-range = Wählen Sie einen Tag nach heute, höchstens { $years } Jahre im Voraus.
