# Was die Arbeit des Geschäfts sagt: Absagen, Sperren, was Sie braucht, was geschah.

## Bereit zum Versand

not-ready-not-open = Diese Bestellung ist nicht offen.
not-ready-nothing-left = Von dieser Bestellung ist nichts mehr zu versenden.
not-ready-held = { $holds ->
    [one] Angehalten.
   *[other] Angehalten, { $holds } Mal.
}
not-ready-money = Es ist noch Geld offen. Versenden Sie, wenn bezahlt ist.
not-ready-reserve-from = Die Ware wird ab { $day } reserviert. Soll die Bestellung früher weg, jetzt reservieren.
not-ready-reserve-by-hand = Die Bestellung wartet darauf, von Hand reserviert zu werden.
reserve-not-waiting = Diese Bestellung wartet nicht auf eine Reservierung: Was da ist, gehört ihr schon, und was kommt, bekommt sie.
sign-never-waiting = Für diese Bestellung ist noch nichts reserviert. Zuerst die Ware reservieren.
not-ready-last-shipment = { $short ->
    [one] 1 Stück ist noch nicht da, und dies wäre die letzte von { $most } Sendungen.
   *[other] { $short } Stück sind noch nicht da, und dies wäre die letzte von { $most } Sendungen.
}
backorder-most-range = Eine Bestellung darf in 2 bis 9 Sendungen gehen. Wählen Sie eine Zahl dazwischen.
not-ready-let-go = { $short } Stück wurden freigegeben, weil niemand rechtzeitig bezahlt hat. Sie werden wieder zurückgelegt, sobald bezahlt ist.
not-ready-short = { $short ->
    [one] 1 Stück ist noch nicht da.
   *[other] { $short } Stück sind noch nicht da.
}

## Das Leben einer Bestellung

order-life-no-such-step = Für eine Bestellung im Stand „{ $life }“ gibt es „{ $action }“ nicht.
order-cancel-shipped = { $shipped ->
    [one] 1 Stück ist schon fort. Stornieren Sie stattdessen den Rest.
   *[other] { $shipped } Stück sind schon fort. Stornieren Sie stattdessen den Rest.
}
order-complete-not-arrived = Es ist noch nicht alles angekommen.
order-complete-money-due = Es ist noch Geld offen.
cancel-nothing-left = Es ist nichts mehr zu stornieren: alles ist fort oder storniert.
line-cancel-too-many = { $wanted } Stück lassen sich nicht stornieren, nur { $left } sind noch hier.
line-not-of-order = Diese Position gehört zu einer anderen Bestellung. Sehen Sie die Bestellung noch einmal an.
restore-history = Diese Bestellung kam als Vergangenheit herein und bleibt, wie sie war.
release-nothing-held = Von dieser Bestellung ist nichts angehalten.

## Trotzdem versenden

sign-why = Sagen Sie, warum sie hinausgeht, obwohl sie nicht bereit ist.
sign-none = Für diese Bestellung hat niemand unterschrieben.
sign-done = Dafür hat schon jemand unterschrieben.
sign-not-needed = Nichts steht im Weg. Versenden Sie sie.
sign-owner-only = Dafür kann nur der Inhaber unterschreiben.
sign-not-packer = Dafür muss der Inhaber oder der Kundendienst unterschreiben.
sign-never-address = Diese Adresse nimmt kein Zusteller an, daran ändert keine Unterschrift etwas. Berichtigen Sie die Adresse.
sign-never-unsettled = Wählen Sie zuerst, welche Seite gilt. Dann kann sie hinaus.
sign-never-cancelled = Sie wurde im Shopsystem storniert. Stornieren Sie sie hier, oder geben Sie sie frei, wenn der Käufer sie doch will.
sign-never-disputed = Die Zahlung ist strittig. Beantworten Sie das zuerst.
sign-never-nothing = Davon ist nichts da, also kann nichts hinaus.
sign-never-over = Es ist nichts mehr zu versenden.

## Sperren

held-payment = Angehalten: die Zahlung ist zu prüfen.
held-fraud = Angehalten: sie sieht ungewöhnlich aus.
held-address = Angehalten: die Adresse ist zu prüfen.
held-stock = Angehalten: Ware fehlt.
held-awaiting-return = Angehalten, bis die Rücksendung da ist.
held-customer = Angehalten: der Kunde muss antworten.
held-until-date = Angehalten bis zu einem Tag.
held-manual = Von Hand angehalten.
held-note = { $note }
hold-until-when = Wählen Sie den Tag, an dem diese Sperre endet.
hold-unknown = Angehalten.
hold-left-before-restore = Eine Sicherung wurde eingespielt, die es nicht weiß, aber diese Bestellung ging am { $day } hinaus. Sehen Sie in der Sendungsverfolgung nach, bevor Sie sie noch einmal versenden.
hold-labelled-before-restore = Eine Sicherung wurde eingespielt, die es nicht weiß, aber für diese Bestellung wurde am { $day } ein Etikett gemacht. Suchen Sie das Paket, bevor Sie noch eines machen.
hold-called-off-before-restore = Eine Sicherung wurde eingespielt, die es nicht weiß, aber diese Bestellung wurde am { $day } storniert. Stornieren Sie sie noch einmal, oder geben Sie sie frei.
hold-changed-before-restore = Eine Sicherung wurde eingespielt, die nicht weiß, was am { $day } an dieser Bestellung geändert wurde. Vergleichen Sie sie mit dem Shopsystem, dann geben Sie sie frei.
need-changed-before-restore = Eine Sicherung wurde eingespielt, die nicht weiß, was am { $day } mit dieser Bestellung geschah. Sehen Sie nach, ob ihre Pakete sind, wo sie hier stehen.
hold-no-lines = Die Datei hat zu dieser Bestellung keine Positionen. Ergänzen Sie, was verkauft wurde, oder importieren Sie die Datei mit den Positionen.
hold-conflict = { $fields ->
    [one] Sie und das Shopsystem haben dasselbe geändert. Wählen Sie, was gilt.
   *[other] Sie und das Shopsystem haben { $fields }-mal dasselbe geändert. Wählen Sie, was gilt.
}
hold-changed-on-paper = Das hat das Shopsystem geändert, nachdem Papier gedruckt war: { FIELDS($field) }. Sehen Sie nach, bevor es hinausgeht.
hold-edited-on-paper = Diese Bestellung wurde geändert, nachdem Papier gedruckt war. Erstellen Sie ihren Lieferschein neu; behalten Sie ein Etikett, wie es ist, oder ziehen Sie es ein und machen ein anderes.
hold-line-added = Das Shopsystem hat { $line } ergänzt, nachdem Papier gedruckt war. Sehen Sie nach, bevor es hinausgeht.
hold-line-absent = Das Shopsystem nennt { $line } nicht mehr, und seine Summe enthält es nicht. Stornieren Sie die Position, oder lösen Sie den Halt, um sie zu senden.
hold-cancelled-there = Im Shopsystem storniert, während Sie daran arbeiten. Hören Sie auf zu packen, dann stornieren Sie hier oder geben Sie frei.
hold-held-there = Das Shopsystem hält diese Bestellung zurück. Geben Sie sie dort frei und importieren Sie noch einmal, oder lösen Sie den Halt.
hold-scheduled-there = Das Shopsystem hat diese Bestellung für einen späteren Tag vorgesehen. Importieren Sie an diesem Tag noch einmal, oder lösen Sie den Halt.
hold-paid-no-more = Als Sie daran zu arbeiten begannen, war sie bezahlt; jetzt ist sie es nicht mehr. Sehen Sie im Shopsystem nach, bevor sie fortgeht.
hold-restored-refunded = Das Geld dieser Bestellung ging an den Kunden zurück. Sehen Sie nach, ob sie gesendet werden soll, bevor Sie den Halt lösen.

## Was Sie braucht

need-less-than-shipped = Das Shopsystem will jetzt weniger Stück, als schon fort sind. Klären Sie es mit dem Kunden.
need-revived-there = Das Shopsystem hatte diese Bestellung storniert und führt sie jetzt wieder als offen; hier ist sie storniert. Nehmen Sie die Stornierung zurück, oder schließen Sie diesen Punkt.
need-goes-on-there = Das Shopsystem hatte diese Bestellung storniert und führt sie jetzt wieder als offen; hier sind inzwischen Stücke storniert. Wählen Sie bei den Unterschieden, welche Stückzahl gilt, dann schließen Sie diesen Punkt.
need-cancelled-after-leaving = { $units ->
    [one] Das Shopsystem hat diese Bestellung storniert, nachdem 1 Stück hier fort war. Nehmen Sie das Paket zurück, solange das geht, sonst bitten Sie den Kunden darum; dann erstatten Sie im Shopsystem.
   *[other] Das Shopsystem hat diese Bestellung storniert, nachdem { $units } Stück hier fort waren. Nehmen Sie das Paket zurück, solange das geht, sonst bitten Sie den Kunden darum; dann erstatten Sie im Shopsystem.
}
need-refunded-after-leaving = { $units ->
    [one] Das Shopsystem hat diese Bestellung ganz erstattet, nachdem 1 Stück hier fort war. Bitten Sie den Kunden darum, oder schließen Sie dies, wenn er es behalten darf.
   *[other] Das Shopsystem hat diese Bestellung ganz erstattet, nachdem { $units } Stück hier fort waren. Bitten Sie den Kunden darum, oder schließen Sie dies, wenn er sie behalten darf.
}
need-unshipped-there = Das Shopsystem sagt, dass von dieser Bestellung nichts fort ist; hier { $units ->
    [one] ist ein Stück
   *[other] sind { $units } Stück
} fort. Sehen Sie nach, wo die Ware ist.
need-fewer-shipped-there = Das Shopsystem sagt nicht mehr, dass { $units ->
    [one] 1 Stück dieser Bestellung dort fortgegangen ist
   *[other] { $units } Stück dieser Bestellung dort fortgegangen sind
}. Sehen Sie nach, wo die Ware ist und ob sie noch zu senden ist.
need-changed-after-leaving = Das Shopsystem hat geändert, wohin diese Bestellung geht oder wie viel sie umfasst, nachdem sie fort war. Öffnen Sie die Bestellung, um es zu sehen, und nehmen Sie das Paket zurück, solange das geht.
need-line-after-shipping = Das Shopsystem hat { $line } ergänzt, nachdem alles fort war. Geben Sie die Bestellung frei, um es einzeln zu senden, oder stornieren Sie es und klären Sie es mit dem Kunden.
need-shipped-elsewhere = { $units ->
    [one] Das Shopsystem sagt, dass 1 Stück fort ist, das Sie in der Hand haben. Legen Sie es zurück, oder sagen Sie es dem Shopsystem.
   *[other] Das Shopsystem sagt, dass { $units } Stück fort sind, die Sie in der Hand haben. Legen Sie sie zurück, oder sagen Sie es dem Shopsystem.
}
need-left-our-shelf = { $units ->
    [one] Das Shopsystem sagt, dass 1 Stück Ihr Regal verlassen hat, während Sie die Bestellung in der Hand haben. Achten Sie darauf, dass es nicht zweimal fortgeht.
   *[other] Das Shopsystem sagt, dass { $units } Stück Ihr Regal verlassen haben, während Sie die Bestellung in der Hand haben. Achten Sie darauf, dass sie nicht zweimal fortgehen.
}
need-reservation-ends = Noch nicht bezahlt. Innerhalb eines Tages ist die Ware für andere frei, wenn nicht bezahlt wird.
need-shelf-unknown = { $channel } hat Ware verschickt oder verkauft. Stand sie in Ihrem Regal? Antworten Sie in Einstellungen, Kanäle; bis dahin bleibt der Bestand.
need-told-and-taken-back = Paket { $parcel } wurde zurückgenommen, nachdem das Shopsystem vom Versand wusste. Sagen Sie ihm, dass es nicht fort ist.

## Widersprüche

conflict-settled = Das ist schon entschieden.
conflict-line-gone = Diese Position gibt es hier nicht mehr. Behalten Sie Ihres.
conflict-cancelled-here = Diese Bestellung ist hier storniert. Nehmen Sie erst die Stornierung zurück, dann wählen Sie.
conflict-has-left = Die Ware ist mit dem fort, was hier stand. Behalten Sie Ihres; was das Shopsystem sagt, bleibt im Verlauf.
conflict-units-left = { $units ->
    [one] 1 Stück ist fort, und das ändert sich nicht. Behalten Sie Ihres und klären Sie den Rest mit dem Kunden.
   *[other] { $units } Stück sind fort, und das ändert sich nicht. Behalten Sie Ihres und klären Sie den Rest mit dem Kunden.
}

## Import

import-file-too-big = Die Datei ist größer als { $mb } MB. Exportieren Sie weniger Bestellungen auf einmal.
import-choice = „{ $choice }“ steht hier nicht zur Wahl.
mapping-name-missing = Geben Sie der Zuordnung einen Namen mit höchstens 80 Buchstaben.
mapping-name-taken = { $name } heißt schon eine andere Zuordnung. Wählen Sie einen Namen, der beide unterscheidet.
import-no-mapping = Es gibt keine gespeicherte Zuordnung „{ $name }“. Es gibt: { $names }.
import-working-read = Die Datei wird gelesen
import-working-match = Vergleich mit dem, was da ist
import-working-write = Wird geschrieben
import-amount-too-big = Die Beträge dieser Bestellung sind größer, als sich genau rechnen lässt. Berichtigen Sie sie in der Datei.
import-no-date = Ohne Datum: auf heute gebucht.
import-refunded-more = Es ging mehr zurück, als die Bestellung kostet. Sehen Sie im Shopsystem nach, bevor sie hinausgeht.
import-unexplained = Die Teile ergeben nicht die Summe. Der Unterschied steht als eigene Zeile da.
import-too-late = Dort geändert, nachdem die Ware hier fort war: { FIELDS($field) }. Ihres bleibt, das andere wird gezeigt.
import-cancelled-here = Dort geändert, nachdem die Bestellung hier storniert war: { FIELDS($field) }. Ihres bleibt, das andere wird gezeigt.
import-conflict = Auf beiden Seiten geändert: { FIELDS($field) }. Ihres bleibt, bis Sie wählen.
import-twice-in-file = Bestellung { $number } steht zweimal mit derselben Kennung in der Datei. Behalten Sie die richtige und importieren Sie noch einmal.
import-start-needed = Wählen Sie den Tag, an dem Ihre Arbeit mit Backroom beginnt. Ältere Bestellungen kommen als Vergangenheit herein.
import-nothing-refused = Es wurde nichts ausgelassen.
import-order-unread = Die Bestellung in Zeile { $row } ist nicht zu lesen.
import-reason-column = Warum es ausgelassen wurde
import-channel-off = { $channel } ist außer Gebrauch. Nehmen Sie den Kanal in Einstellungen, Kanäle wieder in Gebrauch, oder wählen Sie einen anderen.
import-which-channel = Es gibt mehrere Läden dieser Art: { $channels }. Sagen Sie, von welchem die Datei ist, oder nennen Sie einen neuen.
import-other-order = { $number } ist in { $channel } eine andere Bestellung: zu anderer Zeit, von jemand anderem oder über andere Waren. Ist das die Datei eines anderen Ladens?
import-others-undecided = { $count ->
    [one] 1 Bestellung hat eine Nummer von { $channel }, ist aber eine andere.
   *[other] { $count } Bestellungen haben eine Nummer von { $channel }, sind aber andere.
 } Ist das die Datei eines anderen Ladens? Wählen Sie diesen Laden, lassen Sie diese Bestellungen weg, oder sagen Sie, dass es dieselben sind.
import-undone-already = Dieser Import wurde schon zurückgenommen.
import-undo-worked-on = Jemand hat seitdem daran gearbeitet.
import-undo-changed-since = Sie wurde seitdem geändert.

## Picklisten, Etiketten, Lieferscheine

pick-nothing = In diesen Bestellungen ist nichts zu holen.
pick-on-a-list = Alles steht schon auf einer offenen Pickliste.
label-no-order = Diese Bestellung ist nicht mehr da.
label-no-address = Es gibt keine Adresse. Ergänzen Sie sie zuerst.
label-combine-different = Diese Bestellungen gehen an verschiedene Orte, oder eine ist ein Geschenk und eine nicht. Versenden Sie sie getrennt.
label-nothing-free = Alles, was da ist, liegt schon in einem Paket.
label-no-service = Kein Versanddienst nimmt dieses Paket. Sehen Sie Zonen und Gewichte Ihrer Dienste an.
label-parcel-units = { $wanted } Stück passen nicht in dieses Paket, nur { $left } sind frei.
label-parcel-empty = Dieses Paket wäre leer. Geben Sie ihm mindestens ein Stück.
label-number-needed = Dieser Dienst braucht eine Nummer. Scannen oder tippen Sie sie, oder geben Sie dem Dienst einen Nummernkreis.
label-number-used = Die Nummer { $number } stand schon auf einem Etikett. Nehmen Sie eine andere.
label-retire-reason = Sagen Sie, warum das Etikett eingezogen wird.
label-keep-reason = Sagen Sie, warum das Etikett bleibt.
label-retire-gone = Dieses Paket hat kein Etikett, das hier wartet.
label-retire-none = Dieses Paket hat kein Etikett.
slip-no-order = Es gibt keine Bestellung, für die ein Lieferschein zu drucken wäre.
paper-pick-summary = { $orders ->
    [one] 1 Bestellung
   *[other] { $orders } Bestellungen
}, { $units ->
    [one] 1 Stück
   *[other] { $units } Stück
}
paper-word-labels = Etiketten
paper-word-subtotal = Zwischensumme
charge-gift-wrap = Geschenkverpackung

## Übergabe

hand-over-already-gone = Es ist schon fort.
hand-over-cancelled = Die Bestellung wurde storniert. Nehmen Sie es vom Stapel.
hand-over-held = Die Bestellung ist angehalten.
hand-over-changed = Die Bestellung wurde geändert, seit das Etikett gemacht wurde. Sehen Sie zuerst nach.
hand-over-no-label = Es hat kein Etikett.
take-back-too-late = Zurücknehmen lässt sich nur ein Paket, das eben übergeben wurde.
delivered-not-on-the-way = Dieses Paket ist nicht unterwegs.

## Drucken

document-no-page = Eine Seite { $page } gibt es nicht: Das Dokument hat { $pages ->
    [one] eine Seite
   *[other] { $pages } Seiten
}.
label-wished-twice = Diese Bestellung war zweimal genannt. Ihr Etikett hat sie einmal bekommen.
print-again-why = Dieses Etikett wurde schon gedruckt. Sagen Sie, warum noch einmal.
print-retired = Dieses Etikett wurde eingezogen und wird nicht mehr gedruckt.
print-left-out = { $count ->
    [one] Das eingezogene Etikett von { $parcels } ist nicht dabei.
   *[other] Die eingezogenen Etiketten von { $parcels } sind nicht dabei.
}
print-slip-old = Dieser Lieferschein ist älter als die letzte Änderung seiner Bestellung. Erstellen Sie ihn neu.
print-slips-left-out = { $count ->
    [one] Der Lieferschein von { $orders } ist nicht dabei: Die Bestellung wurde seitdem geändert. Erstellen Sie ihn neu.
   *[other] Die Lieferscheine von { $orders } sind nicht dabei: Die Bestellungen wurden seitdem geändert. Erstellen Sie sie neu.
}
print-opened-on-screen = Dafür ist kein Drucker gewählt. Das PDF öffnet sich am Bildschirm.
print-sent = An { $printer } gesendet.

## Einstellungen

settings-zone = „{ $zone }“ ist keine Zeitzone. Wählen Sie eine wie Europe/Berlin.
settings-holiday = „{ $day }“ ist kein Tag. Schreiben Sie ihn wie 2026-12-24.

## Was geschah

event-backup-made = Sicherung gemacht
event-channel-changed = Kanal geändert
event-channel-made = Kanal angelegt
event-channel-removed = Leeren Kanal entfernt
event-channel-told = { $channel } weiß, dass es fort ist
event-conflict-found = Auf beiden Seiten geändert: { FIELDS($field) }
event-conflict-settled = Entschieden, { FIELDS($field) }: { $took ->
    [theirs] das andere gilt
   *[ours] unseres bleibt
}
event-delivered = Paket { $parcel } zugestellt
event-delivered-assumed = Paket { $parcel } zugestellt (angenommen)
event-handed-over = Paket { $parcel } an { $carrier } übergeben
event-hold-released = Sperre aufgehoben
event-import-change-undone = Die Änderung des Imports wurde zurückgenommen
event-import-undone = Import zurückgenommen
event-imported = Import fertig
event-label-kept = Etikett von Paket { $parcel } behalten, obwohl die Bestellung geändert wurde: { $why }
event-label-kept-smaller = Etikett von Paket { $parcel } behalten, mit weniger darin
event-label-made = Etikett für Paket { $parcel } gemacht, { $service }
event-label-retired = Etikett von Paket { $parcel } eingezogen: { $why }
event-need-closed = Erledigt
event-need-opened = Braucht Sie
event-order-backorder-set = Regel für fehlende Teile geändert
event-order-cancelled = Bestellung storniert
event-order-cancelled-there = Im Shopsystem storniert
event-order-goes-on-there = Im Shopsystem wieder offen
event-order-completed = Abgeschlossen
event-order-edited = Geändert: { FIELDS($fields) }
event-order-held = Angehalten
event-order-imported = Importiert
event-order-released = Freigegeben
event-order-reopened = Wieder offen
event-order-restored = Stornierung zurückgenommen
event-order-settled-with-import = Mit einem Import abgeglichen
event-order-updated-by-import = Durch einen Import geändert: { FIELDS($fields) }
event-pick-list-made = Auf Pickliste { $list }
event-pool-continued = Nummern gehen weiter
event-pool-stopped = Nummern nach einer Sicherung angehalten
event-pool-added = Nummern ergänzt
event-printed = Gedruckt
event-product-made = Artikel angelegt
event-reservation-expired = { $units } Stück freigegeben, weil niemand bezahlt hatte
event-sample-removed = Beispieldaten entfernt
event-service-changed = Versanddienst geändert
event-service-made = Versanddienst angelegt
event-settings-saved = Einstellungen gespeichert
event-shop-made = Geschäft eingerichtet
event-shop-moved = Geschäft umgezogen
event-shipping-signed = Geht hinaus, obwohl sie nicht bereit ist, unterschrieben: { $why }
event-signature-withdrawn = Unterschrift zurückgenommen
event-slip-made = Lieferschein gemacht
event-stock-apart = Wartet auf Ware: { $sku } wurde an einen anderen Ort gebracht
event-stock-counted = Gezählt
event-stock-lost = { $units } × { $sku } verloren: es ist weniger da, als versprochen war
event-location-added = Ort angelegt
event-location-changed = Ort geändert
event-location-first = Ort zum ersten Versandort gemacht
event-stock-transferred = Bestand umgelagert
event-stock-moved = Bestand bewegt
event-taken-back = Paket { $parcel } zurückgenommen
event-test-page-made = Druckertest gemacht
event-units-cancelled = { $units ->
    [one] 1 Stück storniert
   *[other] { $units } Stück storniert
}
event-order-reserved = Ware reserviert: die Zeit ist da
event-variant-backorder-set = Regel des Artikels für Fehlendes geändert
event-variant-changed = Artikel geändert
event-variant-made = Artikel angelegt

## Die Felder einer Bestellung

field-ship_to = Adresse
field-note = Nachricht
field-gift = Geschenk
field-gift_message = Geschenktext
field-service = Versandart
field-service_wish = gewählte Lieferung
field-ship_by = Versand bis
field-promised_at = zugesagter Tag
field-buyer_name = Käufer
field-buyer_email = E-Mail
field-buyer_phone = Telefon
field-buyer_company = Firma
field-buyer_tax_id = Steuernummer
field-line = Stückzahl einer Position
field-shipped = dort versendet
field-payment = Zahlung
field-total = Summe
field-life = offen oder storniert

## Paper without a sender, without a printer
paper-no-sender = Der Laden hat keine ganze Absenderadresse; was nicht zugestellt werden kann, käme nicht zurück. Tragen Sie sie in den Einstellungen unter Laden ein, am Terminal mit call settings_save.
print-saved = Als Datei gespeichert. Drucken Sie sie von dort.
print-no-printer = Kein Drucker ist gewählt, also wurde nichts gedruckt. Wählen Sie einen in den Einstellungen unter Papier und Drucker, oder speichern Sie es: backroom-cli print { $document } --out seite.pdf
event-document-opened = Am Bildschirm geöffnet
event-document-saved = Als Datei gespeichert
cancel-units-range = Stornieren Sie von jeder Position, die Sie nennen, mindestens 1 Stück.
service-unknown = Diesen Versanddienst gibt es nicht mehr. Wählen Sie einen anderen.
import-path-is-folder = „{ $path }“ ist ein Ordner. Wählen Sie die Datei darin.
not-sent-none = Das Shopsystem hat von dieser Bestellung nichts verschickt, was sich zurücknehmen ließe.
event-not-sent-there = Vom Shopsystem doch nicht verschickt: { $units ->
    [one] 1 Stück ist wieder zu versenden
   *[other] { $units } Stück sind wieder zu versenden
}
shipped-left-out = „{ $id }“ liefe in einer Tabelle als Formel, darum steht es nicht in dieser Datei. Melden Sie dieses Paket dem Shopsystem von Hand.
