# Die Wörter des Fensters. Schlüssel beginnen mit dem Ort, an dem sie stehen.

## Überall
main-region = Seite
nav-label = Hauptbereich
nav-needs-you = wartet auf Sie:{" "}
nav-today = Heute
nav-orders = Bestellungen
nav-ship = Versand
nav-stock = Lager
nav-import = Import
nav-settings = Einstellungen
nav-group-shop = Laden
nav-group-tools = Werkzeuge
search-or-jump = Suchen oder springen…
close = Schließen
cancel = Abbrechen
back = Zurück
save = Speichern
undo = Rückgängig
loading = Wird geladen
unknown-amount = unbekannt
try-again = Noch einmal
error-title = Das hat nicht geklappt
error-no-answer = Der Laden hat nicht geantwortet. Nichts wurde geändert. Versuchen Sie es noch einmal; bleibt es so, starten Sie Backroom neu.
error-no-host = Diese Seite braucht Backroom. Öffnen Sie die App oder starten Sie sie mit „backroom-cli serve“.
selection-clear = Auswahl aufheben
select-all-in-view = Alle in dieser Ansicht auswählen
select-row = { $name } auswählen
filter-remove = Filter entfernen: { $name }
view-key = Taste { $number }

## Tasten
key-ctrl = Strg
key-shift = Umschalt
key-space = Leertaste
key-enter = Enter
key-home = Pos1
key-end = Ende
key-page-up = Bild auf
key-page-down = Bild ab
keys-title = Tasten auf dieser Seite
keys-text = Einzelne Buchstaben wirken, wenn Sie nicht gerade in ein Feld schreiben.
keys-group-everywhere = Überall
keys-group-go = Gehe zu
keys-group-list = In einer Liste
keys-group-order = Mit einer Bestellung oder der Auswahl
keys-group-ship = Beim Versenden
keys-group-stock = Im Bestand
keys-group-import = Beim Importieren
action-palette = Alles finden oder tun
action-search = Suchen
action-help = Tasten dieser Seite zeigen
action-back = Zurück, schließen
action-undo = Rückgängig machen
action-next-pane = Nächster Bereich
action-go-settings = Zu den Einstellungen
action-go-today = Zu Heute
action-go-orders = Zu den Bestellungen
action-go-ship = Zum Versand
action-go-stock = Zum Lager
action-go-import = Zum Import
action-order-next = Nächste Bestellung der Liste
action-order-previous = Vorige Bestellung der Liste
order-first-here = Das ist die erste Bestellung der Liste.
order-last-here = Das ist die letzte Bestellung der Liste.
order-place = { $at } von { $total } in { $view }
action-row-next = Nächste Zeile
action-row-previous = Vorige Zeile
action-row-first = Erste Zeile
action-row-last = Letzte Zeile
action-page-down = Eine Seite nach unten
action-page-up = Eine Seite nach oben
action-row-open = Öffnen
action-row-peek = Kurz ansehen
action-row-select = Auswählen
action-extend-down = Nach unten auswählen
action-extend-up = Nach oben auswählen
action-select-all = Alle in dieser Ansicht auswählen
action-filter = Filter hinzufügen
action-filter-clear = Alle Filter entfernen
action-sort = Reihenfolge ändern
action-order-ship = Versenden
action-order-pick-list = Pickliste machen
action-order-hold = Anhalten oder freigeben
action-order-slip = Lieferscheine drucken
action-order-note = Notiz schreiben
action-order-address = Adresse ändern
action-order-cancel = Stornieren, was noch hier ist
action-ship-next = Nächste Bestellung
action-ship-previous = Vorige Bestellung
action-ship-label = Etiketten machen
action-ship-hand-over = Übergeben
action-ship-weight = Gewicht eintragen
action-stock-count = Artikel zählen
action-stock-move = Stücke annehmen oder ausbuchen
action-stock-transfer = An einen anderen Ort umlagern
action-stock-edit = Artikel ändern
action-stock-new = Neuer Artikel
action-import-choose = Datei wählen
action-import-go = Importieren
palette-label = Befehl, Bestellung, Kunde oder Sendungsnummer eingeben
palette-placeholder = Bestellung, Kunde, SKU, Sendungsnummer oder was zu tun ist
palette-results = Ergebnisse
palette-found = Gefunden
palette-do = Tun
palette-nothing = Nichts heißt „{ $text }“.
palette-move = bewegen
palette-open = öffnen

## Gemeinsam
edit = Ändern
more-actions = Mehr
note-optional = Notiz (freiwillig)
fields-wrong = Einige Felder stimmen noch nicht.
amount-wrong = Schreiben Sie einen Betrag wie 12,50.
count-not-a-number = Schreiben Sie eine ganze Zahl.
progress-of = { $done } von { $total }
refused-close = Verstanden
refused-text = { $count ->
    [one] Eine Bestellung blieb, wie sie ist.
   *[other] { $count } Bestellungen blieben, wie sie sind.
}
print-again-title = Dieses Etikett noch einmal drucken
print-again-reason = Warum noch einmal
print-again-needs-reason = Schreiben Sie zuerst einen Grund.
print-again-go = Noch einmal drucken
foot-local = Auf diesem Computer
foot-server = Auf dem Server Ihres Ladens
foot-sample = Musterladen
views-label = Ansichten
sort-label = Reihenfolge
sort-ship_by = Versandfrist
sort-placed = Bestellt am
sort-total = Summe
sort-name = Name

## Heute
today-next = Als Nächstes
today-work = Wartende Arbeit
today-due = { $count ->
    [one] 1 Bestellung ist heute fällig
   *[other] { $count } Bestellungen sind heute fällig
}
today-van-in = die Abholung ist um { $time }, in { $hours } Std { $minutes } Min
today-van-gone = die Abholung um { $time } ist vorbei
today-do-to_ship = Zeigen, was zu versenden ist
today-do-late = Zeigen, was spät ist
today-do-on_hold = Zeigen, was angehalten ist
today-do-awaiting_payment = Zeigen, was unbezahlt ist
today-do-short = Zeigen, was fehlt
today-do-needs_you = Zeigen, was auf Sie wartet
today-do-partly_shipped = Zeigen, was halb weg ist
today-do-on_the_way = Zeigen, was unterwegs ist
today-do-open = Offene Bestellungen zeigen
today-do-all = Alle Bestellungen zeigen
today-do-hand_over = Pakete übergeben
today-do-low_stock = Knappen Bestand zeigen
today-do-import = Bestellungen importieren
tile-to_ship = Zu versenden
tile-late = Spät
tile-on_hold = Angehalten
tile-awaiting_payment = Zahlung offen
tile-short = Ware fehlt
tile-needs_you = Wartet auf Sie
tile-partly_shipped = Teils versandt
tile-on_the_way = Unterwegs
tile-open = Offen
tile-all = Alle
tile-hand_over = Zu übergeben
tile-low_stock = Bestand knapp
today-parcels = Pakete, die auf die Abholung warten
today-parcels-fact = mit Etikett, nicht übergeben
today-no-parcels = Kein Paket mit Etikett wartet.
today-needs = Wartet auf Sie
today-needs-none = Gerade wartet nichts auf Sie.
today-answer = Antworten
today-needs-all = Alle { $count }
today-need-of = Bestellung { $number }
today-look = Ansehen
today-settled = Erledigt
today-imports = Letzte Importe
today-imports-none = Noch nichts importiert.
days-title = Bestellungen, letzte 14 Tage
days-total = Bestellt für
days-orders = Bestellungen
days-average = Im Schnitt
days-today = Heute
days-summary = Bestellwert je Tag an 14 Tagen: { $total } in { $count } Bestellungen.
welcome-title = Noch keine Bestellungen
welcome-text = Holen Sie Ihre herein, oder sehen Sie sich zuerst mit einem Musterladen um. Sie entfernen ihn mit einem Klick.
welcome-import = Bestellungen importieren
welcome-import-text = Eine Datei aus Ihrem Shop. Sie prüfen jede Zeile, bevor sie gespeichert wird.
welcome-sample = Musterladen öffnen
welcome-sample-busy = Der Musterladen wird geöffnet…
welcome-sample-text = Bestellungen, Ware und Pakete zum Ausprobieren, als Muster gekennzeichnet.
welcome-drop = Oder legen Sie eine Datei auf der Importseite ab.
welcome-keys = Vier Tasten genügen für den Anfang
welcome-key-palette = alles finden oder tun
welcome-key-rows = nächste und vorige Bestellung
welcome-key-peek = eine Bestellung in der Liste ansehen
welcome-key-help = alle Tasten dieser Seite
welcome-where = Ihre Daten sind auf diesem Computer, in { $place }. Nichts wird irgendwohin gesendet.

## Bestellungen
orders-list-label = Liste der Bestellungen
orders-grid-label = Bestellungen, Ansicht { $view }
orders-column-number = Bestellung
orders-column-ship-by = Versandfrist
orders-column-customer = Kunde
orders-column-units = Stück
orders-column-total = Summe
orders-column-payment = Zahlung
orders-column-goods = Ware
orders-column-placed = Bestellt
orders-column-service = Versandart
view-to_ship = Zu versenden
view-late = Spät
view-on_hold = Angehalten
view-awaiting_payment = Zahlung offen
view-short = Ware fehlt
view-needs_you = Wartet auf Sie
view-partly_shipped = Teils versandt
view-on_the_way = Unterwegs
view-open = Offen
view-all = Alle
view-empty-to_ship = Nichts ist versandbereit. Was wartet, steht in den anderen Ansichten.
view-empty-late = Nichts ist spät.
view-empty-on_hold = Nichts ist angehalten.
view-empty-awaiting_payment = Jede offene Bestellung ist bezahlt.
view-empty-short = Keine Bestellung wartet auf Ware.
view-empty-needs_you = Nichts wartet auf Sie.
view-empty-partly_shipped = Keine Bestellung ist halb weg.
view-empty-on_the_way = Kein Paket ist unterwegs.
view-empty-open = Keine Bestellung ist offen.
view-empty-all = Noch keine Bestellungen.
orders-show-all = Alle Bestellungen zeigen
orders-none-match = { $count ->
    [one] Keine Bestellung passt zu diesem Filter.
   *[other] Keine Bestellung passt zu diesen { $count } Filtern.
}
orders-selected = { $count } ausgewählt
orders-ship = Versenden
orders-pick-list = Pickliste
orders-slips = Lieferscheine
orders-hold = Anhalten
orders-release = Freigeben
pick-list-made = Pickliste { $number } mit { $count } Stück
pick-list-refused-title = Nicht auf der Pickliste
slips-refused-title = Ohne Lieferschein
hold-refused-title = Nicht angehalten
release-refused-title = Nicht freigegeben
holds-placed = { $count ->
    [one] 1 Bestellung angehalten
   *[other] { $count } Bestellungen angehalten
}
holds-released = { $count ->
    [one] 1 Halt aufgehoben
   *[other] { $count } Halte aufgehoben
}
filters-label = Filter
filter-add = Filter
filter-clear = Filter entfernen
filter-title = Filter hinzufügen
filter-field = Feld
filter-is = ist
filter-apply = Filtern
filter-incomplete = Wählen Sie, was das Feld sein soll.
filter-country-hint = Je zwei Buchstaben, etwa DE, AT.
filter-day-hint = Ein Tag als 2026-11-24.
filter-this-one = diese
filter-channel = Kanal
filter-country = Land
filter-payment = Zahlung
filter-fulfilment = Ware
filter-ship_before = Versandfrist vor
filter-placed_from = Bestellt ab
filter-placed_before = Bestellt vor
filter-variant = Artikel
filter-customer = Kunde
filter-batch = Import
ship-by-late = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
} spät
ship-by-late-today = Spät seit { $time }
ship-by-today = Heute { $time }
ship-by-tomorrow = Morgen
goods-in-stock = Auf Lager
goods-short = { $count ->
    [one] { $count } fehlt
   *[other] { $count } fehlen
}
flag-needs-you = Wartet auf Sie
flag-held = Angehalten
flag-gift = Geschenk
flag-note = Mit Nachricht des Käufers
payment-unpaid = Unbezahlt
payment-pending = In Arbeit
payment-authorized = Vorgemerkt
payment-partially_paid = Teils bezahlt
payment-paid = Bezahlt
payment-overpaid = Überzahlt
payment-partially_refunded = Teils erstattet
payment-refunded = Erstattet
payment-voided = Verfallen
payment-disputed = Angefochten
payment-unknown = Unbekannt
payment-state-unknown = unbekannt
payment-state-pending = in Arbeit
payment-state-authorized = vorgemerkt
payment-state-captured = eingegangen
payment-state-failed = gescheitert
payment-state-cancelled = abgebrochen
payment-state-voided = verfallen
payment-state-expired = abgelaufen
payment-state-reversed = zurückgebucht
fulfilment-cancelled = Storniert
fulfilment-not_required = Kein Versand
fulfilment-undelivered = Nicht zugestellt
fulfilment-delivered = Zugestellt
fulfilment-partially_delivered = Teils zugestellt
fulfilment-shipped = Versandt
fulfilment-partially_shipped = Teils versandt
fulfilment-in_progress = In Arbeit
fulfilment-scheduled = Geplant
fulfilment-unfulfilled = Nicht versandt
parcel-open = Offen
parcel-labelled = Mit Etikett
parcel-handed_over = Übergeben
parcel-in_transit = Unterwegs
parcel-out_for_delivery = In Zustellung
parcel-ready_for_pickup = Abholbereit
parcel-delivered = Zugestellt
parcel-collected = Abgeholt
parcel-exception = Problem
parcel-returning = Kommt zurück
parcel-returned_to_sender = Zurückgekommen
parcel-lost = Verloren
parcel-cancelled = Storniert
hold-payment = Zahlung
hold-fraud = Ungewöhnlich
hold-address = Adresse
hold-stock = Bestand
hold-awaiting_return = Wartet auf Rücksendung
hold-customer = Kunde muss antworten
hold-until_date = Nicht vor einem Tag
hold-manual = Von Hand
hold-title = { $count ->
    [one] Diese Bestellung anhalten
   *[other] { $count } Bestellungen anhalten
}
hold-text = Eine angehaltene Bestellung wird nicht gepickt, bekommt kein Etikett und geht nicht weg, bis der Halt aufgehoben ist.
hold-reason = Warum
hold-note = In Ihren Worten (freiwillig)
hold-until = Bis
hold-needs-day = Sagen Sie, bis zu welchem Tag.
hold-go = { $count ->
    [one] Anhalten
   *[other] { $count } Bestellungen anhalten
}
hold-since = Seit { $when }
hold-since-until = Seit { $when }, endet { $until }
hold-earlier = Früher: { $what } { $from } bis { $to }
holds-none = keine
holds-active = { $count } aktiv
badge-holds = { $count ->
    [one] 1 Halt
   *[other] { $count } Halte
}
badge-history = Verlauf
peek-label = Bestellung { $number }, kurzer Blick
order-open = Ganze Bestellung öffnen
order-ship-this = Diese Bestellung versenden
order-see-why = Zeigen, warum sie wartet
order-see-stock = Zum Bestand
order-not-ready = Nicht versandbereit
order-packed = Gepackt und mit Etikett
order-packed-text = Es wartet auf die Abholung.
order-ready = Versandbereit
order-all-gone = Alles ist unterwegs
order-ready-text = { $units ->
    [one] Bezahlt und auf Lager. Ein Stück zu packen.
   *[other] Bezahlt und auf Lager. { $units } Stück zu packen.
}
order-ships-to = Geht an
order-items = Artikel
order-note = Nachricht des Käufers
order-gift = Geschenk: keine Preise auf dem Lieferschein
order-gift-message = Geschenknachricht
order-units = { $count ->
    [one] 1 Stück
   *[other] { $count } Stück
}
order-timeline = Verlauf
order-events = { $count ->
    [one] 1 Ereignis
   *[other] { $count } Ereignisse
}
order-main = Bestellung
order-side = Kunde, Adresse, Halte und Angaben
order-next-step = Nächster Schritt
order-held-since = Angehalten: { $kind }, seit { $when }. Nichts geht weg, bis der Halt aufgehoben ist.
order-customer = Kunde
order-holds = Halte
order-documents = Papiere
order-facts = Angaben
order-lines = Positionen
order-payments = Zahlungen
order-shipments = Sendungen
order-no-lines = Die Datei nannte keine Positionen. Importieren Sie die Datei mit den Positionen oder stornieren Sie die Bestellung.
order-no-shipments = Noch nichts gepackt.
shipment-elsewhere = Vom Shop versandt, aus dem sie kam.
order-print-slip = Lieferschein drucken
order-slip-short = Lieferschein
order-print-pick-list = Pickliste drucken
order-edit-address = Adresse ändern
order-cancel = Stornieren, was noch hier ist
order-cancelled = { $count ->
    [one] 1 Stück storniert
   *[other] { $count } Stück storniert
}
customer-orders = { $count ->
    [one] 1 Bestellung
   *[other] { $count } Bestellungen
}
customer-first-order = Erste Bestellung
line-left-after = danach noch { $count }
line-product = Artikel
line-ordered = Bestellt
line-reserved = Reserviert
line-picked = Gepickt
line-packed = Gepackt
line-shipped = Versandt
line-delivered = Zugestellt
line-now = Jetzt
line-total = Summe
line-cancelled = Storniert
line-on-the-way = Unterwegs
line-in-stock = Auf Lager
line-waiting = Wartet
line-short = { $count ->
    [one] { $count } fehlt
   *[other] { $count } fehlen
}
line-kind-goods = Ware
line-kind-kit = Set
line-kind-digital = Digital
line-kind-service = Leistung
line-kind-gift_card = Gutschein
charge-line = Position
charge-shipping = Versand
charge-fee = Gebühr
charge-tip = Trinkgeld
charge-gift_wrap = Geschenkpapier
charge-duty = Zoll
charge-discount = Rabatt
charge-tax = Steuer
charge-rounding = Rundung
charge-unexplained = Vom Shop nicht erklärt
sum-items = Artikel
sum-total = Summe
sum-tax-included = davon { $name }
money-lines = Positionen
money-credited = Erlassen
money-payment = Zahlung
money-refund = Erstattung
money-balance = Offen
address-none = Keine Adresse
address-fine = Postleitzahl und Teile passen zum Land
address-title = Adresse von { $number }
address-save = Adresse speichern
address-saved = Adresse gespeichert
address-name = Name
address-company = Firma
address-line1 = Straße und Hausnummer
address-line2 = Wohnung, Etage, c/o
address-line3 = Dritte Zeile
address-postcode = Postleitzahl
address-city = Ort
address-region = Bundesland oder Region
address-country = Land
address-phone = Telefon
ship-anyway = Trotzdem versenden…
sign-title = { $number } trotzdem versenden
sign-text = Ihr Name steht dafür, hier und im Verlauf. Was später dazukommt, ist nicht gedeckt.
sign-against = Was im Weg steht
sign-reason = Warum sie trotzdem hinausgeht
sign-go = Unterschreiben
signed = Unterschrieben: { $number } darf hinaus
order-signed = Geht hinaus, obwohl sie nicht bereit ist, unterschrieben von { $who }
sign-withdraw = Unterschrift zurücknehmen
conflict-title = Hier und im Shop geändert: { FIELDS($field) }
conflict-text = Hier: { $ours }. Im Shop: { $theirs }.
conflict-no-day = kein Tag
conflict-nothing = nichts
conflict-keep = Unseres behalten
conflict-take = Das des Shops nehmen
change-from-to = { $name }: { $before } → { $after }
change-yes = ja
change-no = nein
change-gone = { $name }: { $before } ist weg
change-set = { $name }: { $after }
timeline-filter = Gezeigte Ereignisse
timeline-all = Alle
timeline-money = Geld
timeline-goods = Ware
timeline-talk = Gespräch
document-label = Etikett
document-labels = Etiketten
document-slip = Lieferschein
document-pick_list = Pickliste
document-hand_over_list = Übergabeliste
document-shipped_file = Versandt-Datei
document-print = Drucken
document-prints = { $count ->
    [one] einmal gedruckt
   *[other] { $count }-mal gedruckt
}
fact-source = Kam von
fact-booked = Eingegangen
fact-service = Gewählte Lieferung
fact-weight = Gewicht
cancel-title = In { $number } stornieren
cancel-text = Was noch hier ist, wird abgesagt, sein Bestand ist wieder frei und sein Etikett verfällt. Geld wird dadurch nicht zurückgezahlt.
cancel-units-of = Zu stornierende Stücke von { $title }
cancel-of = von { $count }
cancel-reason = Grund (freiwillig)
cancel-wrong-units = Jede Zahl muss zwischen 0 und dem Rest liegen.
cancel-go = { $count ->
    [one] 1 Stück stornieren
   *[other] { $count } Stück stornieren
}
cancel-go-all = { $count ->
    [one] Alles Übrige stornieren, 1 Stück
   *[other] Alles Übrige stornieren, { $count } Stück
}
cancel-keep = Behalten
parcel-print-label = Etikett drucken
parcel-hand-over = Jetzt übergeben
parcel-retire = Etikett verwerfen
parcel-take-back = Es ist doch hier
parcel-mark-delivered = Es ist angekommen
parcel-delivered-assumed = Zugestellt (angenommen)
parcel-handed-over = Übergeben
parcel-keep = Etikett behalten
parcel-moved = Die Adresse wurde geändert, nachdem dieses Etikett entstand
label-keep-title = Etikett von { $number } behalten
label-keep-text = Das Paket geht dorthin, wohin das Etikett sagt, obwohl die Bestellung geändert wurde. Ihr Name steht dafür.
label-keep-why = Warum
label-keep-go = Etikett behalten
label-kept = Das Etikett von { $number } bleibt
label-under = { $count ->
    [one] Ein Etikett mit der alten Adresse ist gedruckt
   *[other] { $count } Etiketten mit der alten Adresse sind gedruckt
}
label-under-choice = Was aus dem Etikett wird
label-under-retire = Einziehen, neu machen
label-under-keep = Behalten
label-under-retire-text = Das alte Etikett wird nie mehr gedruckt oder übergeben. Geholt wird nichts noch einmal.
label-under-keep-text = Das Paket geht an die alte Adresse. Ihr Name steht dafür.
label-under-why = Warum
label-less-retire-text = Ein Paket, das Stücke verliert, verliert auch sein Etikett. Sonst wird nichts noch einmal geholt.
label-less-keep-text = Ein Paket, das Stücke verliert, behält sein Etikett. Nehmen Sie die Stücke heraus.
label-retire-title = Etikett von { $number } verwerfen
label-retire-text = Es wird nie wieder gedruckt oder übergeben. Das Paket ist sofort frei für ein neues.
label-retire-why = Warum
label-retire-go = Etikett verwerfen
label-retired = Das Etikett von { $number } ist verworfen

## Versand
ship-title = { $count ->
    [one] 1 Bestellung versenden
   *[other] { $count } Bestellungen versenden
}
ship-fact = { $out ->
    [0] { $ready } bereit
   *[other] { $ready } bereit, { $out } bleiben hier
}
ship-run = In diesem Durchgang
ship-also-due = Auch fällig
ship-add = Dazunehmen
ship-also-due-more = { $count ->
    [one] Noch eine ist fällig
   *[other] Noch { $count } sind fällig
}
ship-run-label = Bestellungen in diesem Durchgang
ship-order-label = Pakete der Bestellung { $number }
ship-ready-for = Bereit · { $price }
ship-goes-along = Geht mit
ship-cannot = Kann nicht weg
ship-incomplete = Unvollständig
ship-late = Spät
ship-hand-over-by = Übergeben bis { $when }
ship-same-address = { $numbers } geht an dieselbe Adresse
ship-same-address-text = Ein Paket spart einmal Porto.
ship-together = Zusammen versenden
ship-apart = Getrennt versenden
ship-parcels = Pakete
ship-add-parcel = Weiteres Paket
ship-remove-parcel = Paket { $number } entfernen
ship-parcel-no = Paket { $number } von { $count }
ship-line-short = { $count ->
    [one] { $count } fehlt
   *[other] { $count } fehlen
}
ship-weight = Gewicht
ship-weight-hint = Etwa 380 g oder 1,2 kg. Leer: das Gewicht der Ware.
ship-weight-unknown = unbekannt
ship-wrong-weight = Schreiben Sie ein Gewicht wie 380 g oder 1,2 kg.
ship-wrong-units = Alle Pakete zusammen dürfen nicht mehr enthalten, als übrig ist.
ship-empty-parcel = Ein Paket ist leer. Entfernen Sie es oder legen Sie etwas hinein.
ship-no-service = Wählen Sie eine Versandart.
ship-tracking = Sendungsnummer
ship-tracking-hint = Tippen oder scannen. Leer: die nächste Nummer aus dem Vorrat.
ship-tracking-hint-none = Diese Versandart braucht keine.
ship-review = Prüfen
ship-left-out = bleibt:
ship-total = { $count ->
    [one] Porto für 1 Etikett
   *[other] Porto für { $count } Etiketten
}
ship-start = Erstes freies Etikett auf dem Bogen
ship-start-hint = Gezählt von links oben, Zeile für Zeile.
ship-total-text = Ware dieser Bestellung: { $weight }. Ihre eigenen Etiketten kosten erst etwas, wenn Sie die Pakete abgeben.
ship-none-ready = Keine Bestellung dieses Durchgangs kann jetzt weg.
ship-making = Etiketten werden gemacht…
ship-unpriced = { $count ->
    [one] Eine Bestellung hat eine Versandart ohne Preis. Sie ist nicht in der Summe.
   *[other] { $count } Bestellungen haben eine Versandart ohne Preis. Sie sind nicht in der Summe.
}
ship-make-unpriced = { $count ->
    [one] 1 Etikett machen
   *[other] { $count } Etiketten machen
}
ship-make = { $count ->
    [one] 1 Etikett machen · { $total }
   *[other] { $count } Etiketten machen · { $total }
}
ship-hint-next = nächste, vorige Bestellung
ship-hint-weight = Gewicht eintragen
ship-hint-make = Etiketten machen
services-title = Versandarten
services-wish = gewählt wurde „{ $wish }“
services-service = Versandart
services-days = Laufzeit
services-days-value = { $count ->
    [one] 1 Tag
   *[other] { $count } Tage
}
services-number = Nummer
services-no-price = noch kein Preis
services-free = kostenlos
services-price = Preis
services-tracked = mit Nummer
services-untracked = ohne Nummer
services-none = Es gibt noch keine Versandart.
services-none-go = In den Einstellungen anlegen
preview-title = Etikett
preview-alt = Vorschau des Etiketts an { $address }
preview-none = Wählen Sie eine Versandart, um das Etikett zu sehen.
preview-fits = Alles passt auf das Etikett
preview-nothing-yet = Nichts wird gemacht, bis Sie den Knopf drücken.
made-title = { $count ->
    [one] 1 Etikett gemacht
   *[other] { $count } Etiketten gemacht
}
made-text = Porto { $total }. Kleben Sie sie auf die Pakete und übergeben Sie diese dann.
made-none-text = Nichts wurde geändert. Die Gründe stehen unten.
made-gone = { $count ->
    [one] 1 Paket übergeben
   *[other] { $count } Pakete übergeben
}
made-gone-text = Sie gelten als versandt, und der Bestand ist um ihren Inhalt gesunken.
made-print = Noch einmal drucken
made-back = Zurück zu den Bestellungen
made-hand-over = { $count ->
    [one] 1 Paket übergeben
   *[other] { $count } Pakete übergeben
}
made-refused = { $number } hat kein Etikett
made-column-parcel = Paket
made-column-number = Sendungsnummer
made-column-state = Zustand
handed-over = { $count ->
    [one] 1 Paket übergeben
   *[other] { $count } Pakete übergeben
}
hand-over-fact = was auf die Abholung wartet
hand-over-parcels = { $count ->
    [one] 1 Paket
   *[other] { $count } Pakete
}
hand-over-none-ready = Keines dieser Pakete darf jetzt weg.
hand-over-to = An
hand-over-since = Etikett seit
hand-over-may-leave = Darf weg
hand-over-empty = Kein Paket wartet
hand-over-empty-text = Wählen Sie Bestellungen und versenden Sie sie; ihre Pakete stehen hier, bis sie abgeholt werden.
hand-over-empty-go = Zeigen, was zu versenden ist
hand-over-stopped-title = { $count ->
    [one] 1 Paket bleibt hier
   *[other] { $count } Pakete bleiben hier
}
hand-over-stopped-text = Nehmen Sie es vom Stapel. Es darf nicht weg.
untold-title = Den Shops melden
untold-text = Eine Datei je Shop sagt, welche Bestellungen mit welchen Nummern versandt sind. Laden Sie sie dort hoch.
untold-count = { $count ->
    [one] 1 Paket zu melden
   *[other] { $count } Pakete zu melden
}
untold-form = Form der Datei für { $name }
untold-go = Datei machen
shipped-form-amazon = Amazon
shipped-form-ebay = eBay
shipped-form-woocommerce = WooCommerce
shipped-form-plain = Einfache Spalten
shipped-file-none = Nichts ist mehr zu melden.
shipped-file-made = { $count ->
    [one] { $name } mit 1 Paket
   *[other] { $name } mit { $count } Paketen
}

## Import
import-steps = Schritte
import-step-file = Datei
import-step-columns = Spalten
import-step-check = Prüfen
import-step-import = Importieren
import-choose-title = Wählen Sie eine Bestelldatei
import-choose-text = CSV, Text oder XLSX, wie Ihr Shop sie ausgibt. Nichts wird gespeichert, bevor Sie jede Zeile gesehen haben.
import-known = Shopify, WooCommerce, Etsy, eBay, Amazon, Square, BigCommerce, Squarespace und Magento werden erkannt; jede andere Datei über ihre Spalten.
import-kind = Was in der Datei ist
import-kind-orders = Bestellungen
import-kind-products = Ware und Bestand
import-path = Datei auf diesem Computer
import-path-example = /home/ana/bestellungen.csv
import-path-missing = Sagen Sie, welche Datei.
import-read = Lesen
import-reading = Wird gelesen…
import-choose = Datei wählen…
import-past = Frühere Importe
import-past-none = Noch keine.
import-column-file = Datei
import-column-channel = Kanal
import-column-when = Wann
import-take-back = Zurücknehmen
import-undone = Zurückgenommen
import-taken-back = { $count ->
    [one] 1 Bestellung zurückgenommen
   *[other] { $count } Bestellungen zurückgenommen
}
import-undo-title = { $file } zurücknehmen
import-undo-removed = { $count ->
    [one] 1 Bestellung geht.
   *[other] { $count } Bestellungen gehen.
}
import-undo-restored = { $count ->
    [one] 1 Bestellung wird wieder, was sie war.
   *[other] { $count } Bestellungen werden wieder, was sie waren.
}
import-undo-kept = { $count ->
    [one] 1 Bestellung bleibt, weil etwas mit ihr geschah:
   *[other] { $count } Bestellungen bleiben, weil etwas mit ihnen geschah:
}
import-undo-products-removed = { $count ->
    [one] 1 damit angelegtes Produkt geht.
   *[other] { $count } damit angelegte Produkte gehen.
}
import-undo-products-kept = { $count ->
    [one] 1 damit angelegtes Produkt bleibt, weil es gebraucht wird oder geändert wurde.
   *[other] { $count } damit angelegte Produkte bleiben, weil sie gebraucht werden oder geändert wurden.
}
import-undo-more = { $count ->
    [one] und 1 weitere
   *[other] und { $count } weitere
}
import-undo-nothing = Nichts davon lässt sich zurücknehmen.
import-undo-go = { $count ->
    [one] 1 Bestellung zurücknehmen
   *[other] { $count } Bestellungen zurücknehmen
}
import-new = { $count ->
    [one] 1 neu
   *[other] { $count } neu
}
import-count-new = neu
import-count-updated = geändert
import-count-skipped = gleich
import-count-refused = warten auf Sie
import-count-ready = versandbereit
import-count-attention = anzusehen
import-would-do = Was der Import täte
import-spoken = { $new } neu, { $updated } geändert, { $skipped } gleich, { $refused } ausgelassen
import-rows = { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
}
import-columns = { $count ->
    [one] 1 Spalte
   *[other] { $count } Spalten
}
import-separator = getrennt bei „{ $separator }“
import-other-file = Andere Datei
import-same-file = Genau diese Datei wurde schon importiert. Ein zweites Mal ändert nichts.
import-into = Nach
import-into-choose = Laden wählen…
import-into-another = Anderer Laden…
import-into-name = Name des Ladens
import-into-needs-name = Geben Sie dem anderen Laden einen Namen.
import-into-which = Es gibt mehrere Läden dieser Art. Von welchem ist diese Datei?
import-into-first = Das ist seine erste Datei: Ein Kanal mit diesem Namen wird angelegt. In den Einstellungen können Sie ihn umbenennen.
import-into-new-text = Ein eigener Kanal: Seine Nummern dürfen dieselben sein wie die eines anderen Ladens.
import-others-title = Bestellungen, die nur die Nummer gemeinsam haben
import-others = { $count ->
    [one] 1 Bestellung hat eine Nummer von { $channel }, ist aber eine andere. Ist das die Datei eines anderen Ladens?
   *[other] { $count } Bestellungen haben eine Nummer von { $channel }, sind aber andere. Ist das die Datei eines anderen Ladens?
}
import-others-text = Dann wählen Sie oben diesen Laden. Von den Bestellungen, die hier sind, wird nichts überschrieben.
import-others-leave-text = Diese Bestellungen bleiben draußen. Der Rest der Datei kommt herein.
import-others-same-text = Sie gelten als dieselben Bestellungen: Was die Datei sagt, wird mit dem abgeglichen, was hier ist.
import-others-leave = Weglassen
import-others-same = Es sind dieselben
import-others-needed = Sagen Sie zuerst, ob das die Datei eines anderen Ladens ist.
choices-title = Wie die Zellen gelesen werden
choices-sheet = Blatt
choices-dates = { $count ->
    [one] 1 Datum, { $example }, kann man auf zwei Arten lesen
   *[other] { $count } Daten wie { $example } kann man auf zwei Arten lesen
}
choices-dates-label = Tag oder Monat zuerst
choices-day-first = Tag zuerst
choices-month-first = Monat zuerst
choices-decimal = { $count ->
    [one] 1 Zahl, { $example }, kann man auf zwei Arten lesen
   *[other] { $count } Zahlen wie { $example } kann man auf zwei Arten lesen
}
choices-decimal-label = Das Zeichen vor den Dezimalstellen
choices-comma = 1.234,50
choices-point = 1,234.50
choices-currency = Beträge ohne Währung sind in
choices-currency-bad = Drei Buchstaben, zum Beispiel EUR.
choices-word = „{ $word }“, { $count }-mal
choices-word-label = Was „{ $word }“ in { $column } bedeutet
choices-word-unknown = Bedeutung wählen…
status-word-unpaid = Nicht bezahlt
status-word-payment_pending = Zahlung läuft
status-word-authorized = Zahlung reserviert
status-word-partly_paid = Teilweise bezahlt
status-word-paid = Bezahlt
status-word-to_ship = Bezahlt, zu versenden
status-word-partly_shipped = Teilweise versendet
status-word-shipped = Versendet
status-word-not_shipped = Nicht versendet
status-word-complete = Bezahlt und versendet
status-word-cancelled = Storniert
status-word-partly_refunded = Teilweise erstattet
status-word-refunded = Erstattet
status-word-voided = Reservierung aufgehoben
status-word-nothing = Sagt nichts
import-start = Frühere Bestellungen sind Verlauf
import-start-text = Dies ist die erste Datei von { $channel }. Was vor diesem Tag bestellt wurde, kommt als Verlauf herein: kein Bestand bewegt sich, nichts ist zu versenden. { $history ->
    [0] So alt ist keine der neuen Bestellungen.
    [one] Das ist 1 der neuen Bestellungen.
   *[other] Das sind { $history } der neuen Bestellungen.
}
import-shelf = { $channel } hat { $units } Stück aus { $orders ->
    [one] 1 Bestellung
   *[other] { $orders } Bestellungen
} selbst versandt oder verkauft. Standen sie in Ihrem Regal?
import-needs-start = Sagen Sie, ab welchem Tag Bestellungen hier versandt werden.
import-still-reading = Die Datei wird noch gelesen.
import-nothing-to-take = In dieser Datei ist nichts zu importieren.
import-go = { $count ->
    [one] 1 Bestellung importieren
   *[other] { $count } Bestellungen importieren
}
import-going = Wird importiert…
import-done = { $count ->
    [one] 1 Bestellung importiert
   *[other] { $count } Bestellungen importiert
}
import-see-ready = { $count ->
    [one] Zeigen, was zu versenden ist
   *[other] Die { $count } zu versendenden zeigen
}
import-see-attention = Zeigen, was auf Sie wartet
import-another = Weitere Datei importieren
import-make-products = Aus unbekannten Codes Artikel machen
import-unknown-skus = { $count ->
    [one] 1 Code ist nicht im Lager: { $first }. Er kommt als „nicht gezählt“ herein.
   *[other] { $count } Codes sind nicht im Lager, zuerst { $first }. Sie kommen als „nicht gezählt“ herein.
}
import-no-unknown-skus = Alle Codes dieser Datei sind im Lager.
import-mapping-name = Diese Spalten merken als (freiwillig)
import-mapping-hint = Die nächste Datei mit derselben Kopfzeile wird genauso gelesen.
import-refused-saved = { $name } enthält die ausgelassenen Zeilen
import-promise = Nichts wird geschrieben, bis Sie auf Importieren drücken. Danach können Sie den ganzen Import zurücknehmen, solange sich keine seiner Bestellungen geändert hat.
import-leave-out = Nicht importieren
column-in-file = In Ihrer Datei
column-example = Beispiel
column-becomes = wird
column-here = In Backroom
column-result = Ergebnis
column-read-as = Spalte { $column } wird gelesen als
column-left-out = ausgelassen
column-problems = { $count ->
    [one] 1 Problem
   *[other] { $count } Probleme
}
column-empty = leer
column-filled = { $count } von { $total }
problems-title = Probleme, gruppiert nach dem, was sie löst
problems-none = Mit dieser Datei ist alles in Ordnung.
problems-save = Ausgelassene Zeilen sichern
problem-count = { $count ->
    [one] Einmal
   *[other] { $count }-mal
}
problem-refuses = { $count ->
    [one] 1 Bestellung bleibt draußen
   *[other] { $count } Bestellungen bleiben draußen
}
problem-warns = { $count ->
    [one] 1 Bestellung, trotzdem importiert
   *[other] { $count } Bestellungen, trotzdem importiert
}
problem-of-file = betrifft die ganze Datei
problem-column = Spalte { $column }
problem-row = Zeile { $row }
problem-empty-cell = (leer)
problem-look = Ansehen
problem-hide = Verbergen
preview-heading = Vorschau
preview-exact = genau das wird geschrieben, noch ist nichts gespeichert
preview-first = die ersten { $count } von { $all } Bestellungen; noch ist nichts gespeichert
preview-which = Gezeigte Zeilen
preview-all = Alle
preview-refused = Warten auf Sie { $count }
preview-updated = Geändert { $count }
preview-none-of-these = Keine solche Bestellung ist in der Datei.
preview-column-row = Zeile
preview-column-place = Geht an
preview-column-status = Stand
preview-column-fate = Wird
source-status-cancelled = Storniert
source-status-refunded = Erstattet
source-status-shipped = Versandt
source-status-partly_shipped = Teils versandt
source-status-unpaid = Unbezahlt
source-status-pending = In Arbeit
source-status-authorized = Vorgemerkt
source-status-partly_paid = Teils bezahlt
source-status-paid = Bezahlt
source-status-partly_refunded = Teils erstattet
source-status-voided = Verfallen
source-status-unknown = Unbekannt
fate-new = Neu
fate-update = Geändert
fate-update-of = Ändert { $fields }
fate-skip = Gleich, übergangen
fate-refuse = Ausgelassen
fate-history = Neu, als Verlauf
format-shopify = Shopify
format-woocommerce = WooCommerce
format-etsy = Etsy
format-etsy_orders = Etsy
format-etsy_items = Etsy
format-ebay = eBay
format-amazon = Amazon
format-square = Square
format-bigcommerce = BigCommerce
format-squarespace = Squarespace
format-magento = Magento
format-mapped = Nach Spalten
format-other = Nach Spalten
products-choose-title = Wählen Sie eine Artikeldatei
products-choose-text = Codes, Strichcodes, Gewichte, Fächer und was im Regal liegt.
products-columns = Spalten: sku, title, options, barcode, weight, bin, hs code, origin, cost, price, on hand.
products-would = { $new } neu, { $updated } geändert, { $skipped } gleich, { $refused } ausgelassen. { $units } Stück werden gebucht.
products-done = { $new } Artikel gemacht, { $updated } geändert, { $units } Stück gebucht
products-go = { $count ->
    [one] 1 Artikel importieren
   *[other] { $count } Artikel importieren
}
import-field-order_id = Bestell-ID
import-field-order_number = Bestellnummer
import-field-placed_at = Bestellt am
import-field-placed_time = Bestellt, Uhrzeit
import-field-placed_zone = Zeitzone
import-field-currency = Währung
import-field-buyer_id = Käufer-ID
import-field-buyer_name = Name des Käufers
import-field-buyer_first_name = Vorname des Käufers
import-field-buyer_last_name = Nachname des Käufers
import-field-buyer_email = E-Mail des Käufers
import-field-buyer_phone = Telefon des Käufers
import-field-buyer_company = Firma des Käufers
import-field-buyer_tax_id = Steuernummer des Käufers
import-field-ship_name = Empfänger
import-field-ship_first_name = Vorname des Empfängers
import-field-ship_last_name = Nachname des Empfängers
import-field-ship_company = Firma des Empfängers
import-field-ship_line1 = Straße
import-field-ship_house = Hausnummer
import-field-ship_line2 = Adresszeile 2
import-field-ship_line3 = Adresszeile 3
import-field-ship_city = Ort
import-field-ship_region = Bundesland oder Region
import-field-ship_postcode = Postleitzahl
import-field-ship_country = Land
import-field-ship_phone = Telefon des Empfängers
import-field-ship_address = Ganze Adresse
import-field-bill_name = Rechnung: Name
import-field-bill_first_name = Rechnung: Vorname
import-field-bill_last_name = Rechnung: Nachname
import-field-bill_company = Rechnung: Firma
import-field-bill_line1 = Rechnung: Straße
import-field-bill_house = Rechnung: Hausnummer
import-field-bill_line2 = Rechnung: Adresszeile 2
import-field-bill_line3 = Rechnung: Adresszeile 3
import-field-bill_city = Rechnung: Ort
import-field-bill_region = Rechnung: Region
import-field-bill_postcode = Rechnung: Postleitzahl
import-field-bill_country = Rechnung: Land
import-field-bill_phone = Rechnung: Telefon
import-field-bill_address = Rechnung: ganze Adresse
import-field-payment_status = Zahlungsstand
import-field-fulfilment_status = Versandstand
import-field-order_status = Bestellstand
import-field-paid_at = Bezahlt am
import-field-shipped_at = Versandt am
import-field-cancelled_at = Storniert am
import-field-ship_by = Versandfrist
import-field-payment_method = Zahlungsart
import-field-payment_reference = Zahlungsreferenz
import-field-outstanding = Noch zu zahlen
import-field-subtotal = Zwischensumme
import-field-shipping = Versandkosten
import-field-shipping_discount = Versandrabatt
import-field-tax = Steuer
import-field-tax_by_channel = Vom Kanal einbehaltene Steuer
import-field-tax_name = Name der Steuer
import-field-tax_amount = Betrag der Steuer
import-field-discount = Rabatt
import-field-discount_code = Rabattcode
import-field-fee = Gebühr
import-field-tip = Trinkgeld
import-field-duty = Zoll
import-field-gift_wrap = Geschenkpapier
import-field-total = Bestellsumme
import-field-refunded = Erstattet
import-field-service = Gewählte Lieferung
import-field-note = Nachricht des Käufers
import-field-gift = Ist ein Geschenk
import-field-gift_message = Geschenknachricht
import-field-tracking = Sendungsnummer
import-field-tags = Schlagwörter
import-field-line_id = Positions-ID
import-field-sku = Artikelcode (SKU)
import-field-title = Artikelname
import-field-options = Ausführung
import-field-personalisation = Personalisierung
import-field-barcode = Strichcode
import-field-quantity = Menge
import-field-quantity_shipped = Versandte Menge
import-field-quantity_cancelled = Stornierte Menge
import-field-quantity_kept = Verbleibende Menge
import-field-unit_price = Einzelpreis
import-field-line_gross = Position vor Rabatt
import-field-line_total = Positionssumme
import-field-line_discount = Positionsrabatt
import-field-line_tax = Positionssteuer
import-field-line_shipping = Versand der Position
import-field-line_shipping_tax = Steuer auf Versand der Position
import-field-line_shipped_at = Position versandt am
import-field-line_status = Stand der Position
import-field-needs_shipping = Braucht Versand
import-field-weight = Gewicht
import-field-products = Alle Artikel in einer Zelle
import-field-keep = Als Angabe behalten

## Lager
stock-grid-label = Artikel mit Bestand
stock-import = Artikel importieren
stock-new = Neuer Artikel
stock-find = Nach Code, Name oder Strichcode suchen
stock-view-all = Alle
stock-view-low = Knapp oder fehlend
stock-view-not_counted = Nicht gezählt
stock-view-negative = Unter null
stock-column-sku = Code
stock-column-title = Artikel
stock-column-bin = Fach
stock-column-on-hand = Vorhanden
stock-column-reserved = Reserviert
stock-column-picked = Gepickt
stock-column-available = Verfügbar
stock-column-state = Zustand
stock-column-weight = Gewicht
stock-column-price = Preis
stock-below-zero = Unter null
stock-short = { $count ->
    [one] { $count } fehlt
   *[other] { $count } fehlen
}
stock-not-counted = Nicht gezählt
stock-low = Knapp
stock-fine = In Ordnung
stock-not-counted-text = Noch nicht gezählt: seine Positionen gelten als vorhanden, bis Sie einmal zählen.
stock-none = Noch keine Artikel
stock-none-text = Importieren Sie eine Artikeldatei, oder lassen Sie sie beim Import von Bestellungen entstehen.
stock-none-match = Kein Artikel passt zu „{ $text }“.
stock-empty-low = Nichts ist knapp oder fehlt.
stock-empty-not_counted = Alles ist gezählt.
stock-empty-negative = Nichts ist unter null.
stock-count = Zählen
stock-receive = Ein oder aus
variant-label = Artikel { $sku }
variant-waiting = Bestellungen, die darauf warten
variant-reserved = Reserviert für
variant-reserved-none = Für keine Bestellung.
variant-movements = Bewegungen
variant-movements-none = Noch keine.
variant-units = { $count ->
    [one] 1 Stück
   *[other] { $count } Stück
}
variant-sum = zusammen { $count }
variant-picked = { $count } gepickt
movement-opening = Anfangsbestand
movement-received = Eingang
movement-counted = Gezählt
movement-handed_over = Übergeben
movement-taken_back = Zurückgenommen
movement-returned = Retoure
movement-scrapped = Ausgebucht
movement-adjusted = Berichtigt
movement-transferred = Umgelagert
movement-sold = Anderswo verkauft oder versandt
movement-unsold = Verkauf zurückgenommen
count-title = { $title } zählen
count-text = Nach den Büchern liegen { $count } im Regal. Zählen Sie nicht mit, was gepickt ist und bereitsteht.
count-text-first = Es wurde noch nie gezählt. Schreiben Sie, wie viele im Regal liegen.
count-units = Stück im Regal
count-missing = Schreiben Sie, wie viele.
count-losers = { $count ->
    [one] 1 Bestellung verliert dadurch Stücke
   *[other] { $count } Bestellungen verlieren dadurch Stücke
}
count-loser = { $number } ({ $count })
count-go = { $count } buchen
count-go-anyway = Trotzdem { $count } buchen
count-booked = Gezählt. Unterschied: { $difference }
move-title = Stücke von { $title }
move-kind = Ein oder aus
move-units = Stück
move-go = Buchen
move-go-in = { $count } einbuchen
move-go-out = { $count } ausbuchen
move-received = { $count } eingebucht
move-scrapped = { $count } ausgebucht
variant-edit = Artikel ändern
variant-options = Ausführung
variant-barcodes = Strichcodes
variant-reorder = Nachbestellen bei
variant-cost = Einkaufspreis
variant-hs-code = Zolltarifnummer (HS)
variant-origin = Ursprungsland
variant-needs-title = Geben Sie dem Artikel einen Namen.
variant-saved = { $title } gespeichert

## Einstellungen
settings-part-shop = Laden
settings-part-channels = Kanäle
settings-part-channels-text = Woher Ihre Bestellungen kommen, und was von jedem Kanal zu wissen ist.
channel-name = Kanal
channel-kind = Art
channel-start = Arbeit seit
channel-shelf-short = Aus unserem Regal
channel-shelf-yes = Ja
channel-shelf-no = Nein
channel-shelf-unsaid = Noch nicht gefragt
channel-shelf-asked = { $count ->
    [one] 1 wartet
   *[other] { $count } warten
}
channel-edit = Kanal { $name }
mappings-title = Dateien mit anderen Spalten
mappings-text = Wie sie gelesen werden, so wie Sie es bei einem Import behalten haben.
mappings-none = Noch keine. Wenn Sie eine Datei mit Spalten importieren, die Backroom nicht kennt, können Sie behalten, wie sie gelesen wird.
mapping-name = Name
mapping-columns = Spalten
mapping-used = Zuletzt benutzt
mapping-rename-title = Ein anderer Name für „{ $name }“
mapping-renamed = Heißt jetzt { $name }
mapping-forget = Vergessen
mapping-forget-title = „{ $name }“ vergessen
mapping-forget-text = Die Spalten der nächsten solchen Datei werden neu geraten. Was damit hereinkam, bleibt.
mapping-forgotten = { $name } ist vergessen
channel-saved = { $name } gespeichert
channel-needs-name = Geben Sie dem Kanal einen Namen.
channel-start-hint = Was ab jetzt hereinkommt und vor diesem Tag bestellt wurde, ist Verlauf. Bestellungen, die da sind, bleiben, wie sie sind.
channel-settles-yes = { $count ->
    [one] 1 Sendung wartet darauf. Mit dem Speichern geht ihre Ware vom Bestand ab.
   *[other] { $count } Sendungen warten darauf. Mit dem Speichern geht ihre Ware vom Bestand ab.
}
channel-settles-no = { $count ->
    [one] 1 Sendung wartet darauf. Ihr Bestand bleibt, wie er ist.
   *[other] { $count } Sendungen warten darauf. Ihr Bestand bleibt, wie er ist.
}
channel-kind-hand = Von Hand
channel-kind-file = CSV
channel-kind-sample = Beispiel
channel-kind-shopify = Shopify
channel-kind-woocommerce = WooCommerce
channel-kind-etsy = Etsy
channel-kind-ebay = eBay
channel-kind-amazon = Amazon
channel-kind-square = Square
channel-kind-bigcommerce = BigCommerce
channel-kind-squarespace = Squarespace
channel-kind-magento = Magento
shelf-question = Wenn dieser Kanal selbst versendet oder verkauft: steht die Ware in Ihrem Regal?
shelf-yes = Ja, bei uns
shelf-no = Nein, anderswo
shelf-later = Noch nicht sicher
shelf-yes-text = Der Bestand sinkt, wenn der Kanal sagt, dass etwas fort ist. Was Sie danach gezählt haben, geht nicht zweimal ab.
shelf-no-text = Der Bestand bleibt. Was für die Bestellung zurücklag, ist wieder frei.
shelf-later-text = Der Bestand bleibt vorerst, und die Frage wartet bei dem, was Sie braucht.
settings-part-services = Versandarten und Zonen
settings-part-calendar = Kalender
settings-part-paper = Papier und Drucker
settings-part-appearance = Aussehen
settings-part-backups = Daten und Sicherungen
settings-part-shop-text = Was auf Etiketten und Lieferscheinen steht und wie Bestellungen behandelt werden.
settings-part-services-text = Ihre eigene Post: was Sie am Schalter zahlen, nach Zone und Gewicht. Kein Konto bei einem Versender nötig.
settings-part-calendar-text = Ihre Arbeitstage entscheiden, bis wann eine Bestellung weg muss.
settings-part-paper-text = Ohne Drucker öffnen sich Etiketten und Lieferscheine auf dem Bildschirm.
settings-part-appearance-text = Wie dieses Fenster aussieht und welche Sprache es spricht.
settings-part-backups-text = Wo Ihre Daten sind, und Kopien davon.
settings-changed = Geändert, nicht gespeichert
settings-discard = Verwerfen
settings-saved = Einstellungen gespeichert
shop-identity = Der Laden
shop-name = Name des Ladens
shop-country = Land
shop-currency = Währung
shop-zone = Zeitzone
shop-backorder = Wenn ein Teil fehlt
backorder-all = auf alles warten
backorder-available = senden, was da ist
backorder-at-most-n = in höchstens { $most } Sendungen senden
backorder-at-most = in wenigen Sendungen senden
backorder-most = Höchstens wie viele Sendungen
backorder-title = Wenn von { $number } ein Teil fehlt
backorder-text = Bisher gilt: { $now }. Was weg ist, bleibt weg; ob die Bestellung bereit ist, wird neu gefragt.
backorder-now = { $most ->
    [0] sie sendet, was da ist
    [1] sie wartet auf alles
   *[other] sie geht in höchstens { $most } Sendungen
}
backorder-as-shop = Wie im Laden üblich: { $most ->
    [0] senden, was da ist
    [1] auf alles warten
   *[other] höchstens { $most } Sendungen
}
backorder-as-products = Wie für das, was fehlt: { $most ->
    [0] senden, was da ist
    [1] auf alles warten
   *[other] höchstens { $most } Sendungen
}
backorder-product-title = Wenn { $title } fehlt
backorder-product-text = Für die Bestellungen, die darauf warten, jetzt und künftig. Die eigene Regel einer Bestellung geht vor; fehlt mehreres, gilt die strengste Regel.
backorder-product-now = { $most ->
    [0] Bestellungen senden, was da ist
    [1] Bestellungen warten darauf
   *[other] Bestellungen gehen in höchstens { $most } Sendungen
}
backorder-product-menu = Ändern …
backorder-product-saved = Bestellungen mit { $title } folgen der neuen Regel
variant-backorder = Wenn es fehlt
action-stock-backorder = Regel für fehlende Artikel
backorder-save = Regel speichern
backorder-saved = { $number } folgt der neuen Regel
backorder-menu = Wenn ein Teil fehlt …
action-order-backorder = Regel für fehlende Teile
shop-backorder-hint = Gilt, wo weder die Bestellung noch das, was fehlt, eine eigene Regel hat.
shop-reserve = Ware reservieren
shop-reserve-hint = Bis dahin hält eine Bestellung nichts und wartet auf nichts. Was schon reserviert ist, bleibt es.
reserve-at-confirmation = sobald eine Bestellung da ist
reserve-by-hand = wenn es jemand sagt
reserve-days-before = einige Tage vor dem Versandtermin
shop-reserve-days = Tage vor dem Versandtermin
shop-reserve-days-hint = Kalendertage, auch geschlossene, ab Mitternacht in der Zeitzone des Ladens. 0 ist der Tag selbst. Von Hand geht es jederzeit früher.
orders-reserve = Jetzt reservieren
orders-reserved = { $count ->
    [one] Für 1 Bestellung ist reserviert, was da ist
   *[other] Für { $count } Bestellungen ist reserviert, was da ist
}
reserve-refused-title = Nicht reserviert
goods-waits = Noch nicht reserviert
action-order-reserve = Ware jetzt reservieren
shop-unpaid = Ware unbezahlter Bestellungen zurücklegen
shop-unpaid-hint = Tage nach der Bestellung. Der letzte Tag braucht Sie, dann ist sie für den, der wartet. 0 behält sie ohne Ende.
line-let-go = { $count } freigegeben
shop-capture = Vorgemerktes Geld gilt als bezahlt
shop-capture-hint = Für Shops, die das Geld beim Versand einziehen.
shop-sender = Absender
shop-sender-text = Steht auf jedem Etikett.
shop-returns = Rücksendungen
shop-returns-other = Rücksendungen gehen an eine andere Adresse
shop-slip = Lieferschein
shop-logo = Logo
shop-logo-text = Steht auf Etiketten und Packzetteln. Etiketten werden nur schwarz gedruckt.
logo-alt = Das Logo des Ladens
logo-none = Noch kein Logo
logo-file = Bild auf diesem Rechner
logo-read = Lesen
logo-choose = Bild wählen
logo-choose-title = Logo wählen
logo-remove = Entfernen
logo-hint = Ein PNG mit höchstens 200 kB. Bis Sie speichern, ändert sich nichts.
shop-slip-note = Eine Zeile am Fuß
shop-slip-note-hint = Etwa ein Dank, oder wohin man schreibt.
calendar-days = Arbeitstage
calendar-days-text = An anderen Tagen ist nichts fällig.
calendar-times = Zeiten
calendar-last-order = Annahmeschluss
calendar-last-order-hint = Bestellungen vor dieser Zeit zählen noch für den Tag.
calendar-last-order-wrong = Schreiben Sie eine Zeit wie 14:00.
calendar-handling = Arbeitstage von Bestellung bis Übergabe
calendar-handling-hint = 0: am selben Tag.
calendar-holidays = Freie Tage
calendar-holidays-text = Feiertage und eigene.
calendar-holidays-none = Noch keine.
calendar-holiday = Weiterer Tag
calendar-holiday-add = Hinzufügen
calendar-holiday-remove = { $day } entfernen
paper-labels = Etiketten
paper-format = Etikettenpapier
paper-dpi = Auflösung des Druckers
paper-dpi-hint = Striche sitzen auf seinen Punkten, damit Scanner sie lesen.
paper-size = Papier
label-format-4x6 = 4 × 6 Zoll
label-format-a6 = A6
label-format-a4_2up = Zwei auf A4
label-format-a4_4up = Vier auf A4
label-format-letter_2up = Zwei auf Letter
label-format-letter_4up = Vier auf Letter
printer-label_printer = Drucker für Etiketten
printer-paper_printer = Drucker für Lieferscheine und Listen
printer-text = Gefundene Drucker werden angeboten; ein anderer lässt sich mit seiner IPP-Adresse eintragen.
printer-which = Drucker
printer-screen = Keiner, auf dem Bildschirm öffnen
printer-address = Adresse
printer-address-hint = Beginnt mit ipp://.
printer-media = Papier darin
printer-copies = Kopien
edit-menu = Versandtag, Notiz, Geschenk …
edit-title = { $number } ändern
edit-text = Was auf dem Papier steht und wann es geht. Was das Shopsystem später sagt, hebt das nicht auf; beides wird gezeigt.
edit-ship-by = Versand bis
edit-ship-by-hint = Ein Tag wie 2026-12-01. Ein eigener Tag bleibt, was auch der Kalender sagt.
edit-nothing-changed = Noch ist nichts geändert.
edit-save = Änderung speichern
edit-saved = { $number } ist geändert
order-is-cancelled = Diese Bestellung ist storniert
order-restore-text = Nichts davon geht hinaus. Sie kann wieder geöffnet werden; ihre Stücke werden neu reserviert, soweit sie da sind.
order-restore = Wieder öffnen
order-restored = { $number } ist wieder offen
printer-test = Testseite drucken
printer-test-hint = Für das gespeicherte Etikettenpapier. Sie zeigt Größe, Rand und ob der Strichcode lesbar ist.
import-stop = Import anhalten
hand-over-list-text = Die Liste für den Fahrer nennt Pakete, Nummern, Orte und Gewichte, aber keine Empfänger.
hand-over-list-print = Liste drucken
printer-look = Drucker noch einmal suchen
appearance-theme = Farben
appearance-this-computer = Gilt nur auf diesem Computer.
theme-system = Wie das System
theme-light = Hell
theme-dark = Dunkel
theme-contrast = Hoher Kontrast
appearance-rows = Zeilen
density-compact = Eng
density-comfortable = Luftig
appearance-language = Sprache
appearance-language-text = Für alle, die in diesem Laden arbeiten. Papier spricht die Sprache des Empfängers.
appearance-example = Beispiel: { $money }, { $count } Bestellungen, { $day }.
backup-where = Wo Ihre Daten sind
backup-folder = Zweiter Ordner für Sicherungen
backup-folder-hint = Am besten auf einem anderen Laufwerk, etwa einem USB-Stick.
backup-folder-choose = Wählen…
backup-list = Sicherungen
backup-none = Noch keine. Jeden Tag und vor jeder Aktualisierung entsteht eine.
backup-size = { $megabytes } MB
backup-make = Jetzt sichern
backup-making = Wird gemacht und geprüft…
backup-made = { $name } ist gemacht und geprüft
sample-title = Musterdaten
sample-text = In diesem Laden sind erfundene Bestellungen und Artikel.
sample-remove = Musterdaten entfernen
sample-remove-title = Die Musterdaten entfernen
sample-remove-text = Alle erfundenen Bestellungen, Artikel und Pakete verschwinden. Was Sie selbst hereingeholt haben, bleibt.
sample-removed = Die Musterdaten sind weg
about = Backroom { $version }, { $engine }
services-empty = Noch keine Versandart
services-empty-text = Eine Versandart ist, was Sie am Postschalter kaufen: ein Brief, ein Päckchen, ein Einschreiben.
service-new = Neue Versandart
service-edit = { $name } ändern
service-off = aus
service-zones = Zonen
service-pool-stopped = Angehalten
service-pool-go-on-now = Weiter
service-pool-go-on = Weiter …
service-pool-go-on-title = Wo gehen die Nummern von { $name } weiter?
service-pool-go-on-text = Dieser Shop wurde aus einer Sicherung vom { $day } eingespielt. Nummern, die danach vergeben wurden, sind hier nicht bekannt, und eine doppelt vergebene Nummer verliert ein Paket.
service-pool-last = Zuletzt vergebene Nummer
service-pool-last-hint = Vom neuesten Etikett, mit Prüfziffer. Leer: seit der Sicherung wurde keine vergeben.
service-pool-went-on = { $name } vergibt wieder Nummern
service-pool-left = noch { $count } Nummern
service-typed = getippt oder gescannt
service-name = Name
service-name-example = Päckchen
service-needs-name = Geben Sie der Versandart einen Namen.
service-days-inland = Tage im Land
service-days-abroad = Tage ins Ausland
service-tracked = Sie hat eine Sendungsnummer
service-tracked-hint = Getippt, gescannt oder aus einem Vorrat.
service-zone = Zone { $number }
service-zone-name = Name der Zone
service-zone-inland = Inland
service-zone-world-name = Rest der Welt
service-zone-countries = Länder
service-zone-countries-hint = Je zwei Buchstaben, mit Komma. Anfänge von Postleitzahlen nach dem Land: DE 10 12, AT.
service-zone-world = Und jedes Land, das keine andere Zone nennt
service-zone-needs-place = Zone { $zone } braucht ein Land.
service-zone-add = Zone hinzufügen
service-zone-remove = Diese Zone entfernen
service-step-up-to = Bis
service-step-any = jedes Gewicht
service-step-hint = 0 heißt kostenlos. Lassen Sie den Preis leer, solange Sie ihn nicht kennen.
service-step-add = Gewichtsstufe hinzufügen
service-step-remove = Diese Stufe entfernen
service-step-wrong = Ein Gewicht oder Preis in Zone { $zone } ist keine Zahl.
service-pool = Die Post gab mir Nummern im Voraus
service-pool-hint = Jedes Etikett nimmt die nächste; keine wird zweimal benutzt.
service-pool-letters = Buchstaben
service-pool-from = Erste Nummer, ohne Prüfziffer
service-pool-to = Letzte Nummer
service-pool-warn = Warnen bei Rest
service-pool-wrong = Der Vorrat braucht zwei Buchstaben, eine erste und eine letzte Nummer.
service-active = Sie kann gewählt werden
service-saved = { $name } gespeichert

## Erster Start
first-title = Ihr Laden
first-text = Alles bleibt auf diesem Computer. Alles hier lässt sich später ändern.
first-user = Ihr Name
first-user-hint = Unterschreibt, was Sie tun.
first-sender = Absender auf Ihren Etiketten
first-needs-name = Geben Sie Ihrem Laden einen Namen.
first-needs-user = Sagen Sie, wer hier arbeitet.
first-go = Laden öffnen

## Backups and going back to one
backup-column-made = Gemacht
backup-column-why = Anlass
backup-column-size = Größe
backup-column-state = Zustand
backup-why-daily = Täglich
backup-why-by-hand = Von Hand
backup-why-before-update = Vor einer Aktualisierung
backup-why-before-restore = Vor einer Wiederherstellung
backup-unread = Noch nicht gelesen
backup-whole = Ganz, jedes Byte
backup-torn = Beschädigt
backup-read-at = Bis zum letzten Byte gelesen am { $at }
backup-restore = Wiederherstellen…
backup-server-text = Dieser Laden liegt auf einem PostgreSQL-Server. Dessen Verwalter macht die Sicherungen und spielt sie zurück; von hier aus kann Backroom beides nicht.
restore-title = Zu einer Sicherung zurückkehren
restore-reading = Sie wird bis zum letzten Byte gelesen…
restore-file = Datei
restore-made = Gemacht
restore-made-unknown = Ihr Name sagt es nicht
restore-newest = Letzte Änderung darin
restore-state = Zustand
restore-unsealed = Ohne Prüfsumme; der Aufbau ist in Ordnung
restore-not-usable = Diese Sicherung ist nicht brauchbar
restore-nothing-yet = Hier hat noch niemand gearbeitet, also geht nichts verloren.
restore-unknown = Der heutige Laden lässt sich nicht lesen, also weiß niemand, was dieser Sicherung fehlt. Die Datei bleibt daneben liegen.
restore-another = Das ist die Sicherung eines anderen Ladens. Dieser Laden würde ganz ersetzt.
restore-lose = Sie kennt nicht, und Sie würden verlieren:
restore-lose-nothing = Seitdem ist nichts geschehen. Sie verlieren nichts.
restore-lose-orders =
    { $count ->
        [one] 1 Bestellung
       *[other] { $count } Bestellungen
    }
restore-lose-parcels =
    { $count ->
        [one] 1 Paket, das abging; seine Bestellung wird angehalten, damit es nicht zweimal abgeht
       *[other] { $count } Pakete, die abgingen; ihre Bestellungen werden angehalten, damit sie nicht zweimal abgehen
    }
restore-lose-documents =
    { $count ->
        [one] 1 Dokument
       *[other] { $count } Dokumente
    }
restore-lose-entries =
    { $count ->
        [one] 1 Eintrag im Verlauf
       *[other] { $count } Einträge im Verlauf
    }
restore-first-backup = Der Laden, wie er jetzt ist, wird zuerst gesichert. Aus dieser Liste kommen Sie zu ihm zurück.
restore-go = Diese Sicherung wiederherstellen
restore-going = Wird wiederhergestellt…
restore-done = { $name } ist, wie die Sicherung ihn kannte
restore-choose = Sicherungsdatei wählen…
restore-path = Pfad einer Sicherungsdatei
restore-path-missing = Schreiben Sie, wo die Datei liegt
restore-look = Ansehen
shop-move-title = Den Laden auf einen anderen Computer bringen
shop-move-text = Der ganze Laden als eine Datei. Speichern Sie sie auf einen Stick und wählen Sie sie auf dem anderen Computer.
shop-move-save = Laden als eine Datei speichern
shop-move-folder = Ordner für die Datei
shop-move-folder-missing = Schreiben Sie einen Ordner
first-have-backup = Ich habe schon einen Laden, als Sicherungsdatei
first-have-backup-text = Eine Datei, die Backroom auf einem anderen Computer gespeichert hat, oder eine Sicherung. Ihr Laden öffnet sich hier, wie er war.
closed-shop-title = Zu einer Sicherung zurückkehren
closed-shop-text = Dieser Laden öffnet sich nicht. Eine seiner Sicherungen kann an seine Stelle treten; seine Datei bleibt daneben liegen.
ship-to-sender = Adresse eintragen
order-not-sent = { $count ->
    [one] Vom Shopsystem doch nicht verschickt
   *[other] Vom Shopsystem doch nicht verschickt: Sendung { $nth }
}
order-not-sent-done = { $number } ist wieder zu versenden
shipped-left-out-title = { $count ->
    [one] 1 Paket steht nicht in der Datei
   *[other] { $count } Pakete stehen nicht in der Datei
}
shipped-left-out-text = Das Shopsystem weiß noch nichts davon.
