### Etiketten, Lieferscheine, Picklisten

# Namen der Teile eines Dokuments, in den Sätzen darunter gebraucht.
paper-field-recipient = die Anschrift des Empfängers
paper-field-sender = die Anschrift des Absenders
paper-field-service = die Versandart
paper-field-reference = die Bestellnummer
paper-field-tracking = die Sendungsnummer
paper-field-routing = der Leitvermerk
paper-field-note = Ihre eigenen Zeilen
paper-field-gift-message = die Geschenkbotschaft
paper-field-goods = die Warenliste
paper-field-bin = das Lagerfach
paper-field-heading = eine Überschrift

paper-letters-dropped = { $field ->
    [recipient] Die Anschrift des Empfängers
    [sender] Die Anschrift des Absenders
    [service] Die Versandart
    [reference] Die Bestellnummer
    [tracking] Die Sendungsnummer
    [routing] Der Leitvermerk
    [note] Eine Ihrer eigenen Zeilen
    [gift-message] Die Geschenkbotschaft
    [goods] Die Warenliste
    [bin] Das Lagerfach
   *[heading] Eine Überschrift
} enthält Emoji oder verborgene Zeichen, die sich nicht drucken lassen. Sie fehlen auf dem Papier: { $codes }.
paper-text-too-long = { $field ->
    [recipient] Die Anschrift des Empfängers
    [sender] Die Anschrift des Absenders
    [service] Die Versandart
    [reference] Die Bestellnummer
    [tracking] Die Sendungsnummer
    [routing] Der Leitvermerk
    [note] Eine Ihrer eigenen Zeilen
    [gift-message] Die Geschenkbotschaft
    [goods] Die Warenliste
    [bin] Das Lagerfach
   *[heading] Eine Überschrift
} passt auch in kleiner Schrift nicht. Das fehlt auf dem Papier: „{ $missing }“. Kürzen Sie den Text und drucken Sie noch einmal.
paper-no-barcode = { $field ->
    [tracking] Die Sendungsnummer
   *[reference] Die Bestellnummer
} lässt sich hier nicht als Barcode drucken und steht nur als Text da. Prüfen Sie, ob sie Zeichen enthält, die ein Barcode nicht hat, oder nehmen Sie breiteres Papier.
paper-letter-without-font = Das Zeichen { $letter } ({ $code }) lässt sich nicht drucken; es steht hier: { $field ->
    [recipient] Anschrift des Empfängers
    [sender] Anschrift des Absenders
    [service] Versandart
    [reference] Bestellnummer
    [tracking] Sendungsnummer
    [routing] Leitvermerk
    [note] eigene Zeilen
    [gift-message] Geschenkbotschaft
    [goods] Warenliste
    [bin] Lagerfach
   *[heading] Überschrift
}. Keine Schrift hier enthält es. Schreiben Sie es in einer anderen Schrift und drucken Sie noch einmal.
paper-no-recipient = Es gibt keine Anschrift, an die gesendet wird. Tragen Sie Straße, Ort und Land ein und drucken Sie dann noch einmal.
paper-nothing = Es gibt nichts zu drucken. Wählen Sie mindestens eine Bestellung.
paper-logo-unreadable = Das Logo lässt sich nicht lesen. Wählen Sie ein PNG-Bild mit höchstens 40 Millionen Pixeln.
paper-broken = Das Papier konnte nicht erstellt werden. Es wurde nichts gedruckt; bitte melden Sie das mit der Diagnosedatei.

## Feste Wörter der Dokumente

paper-word-from = Von
paper-word-to = An
paper-word-order = Bestellung
paper-word-parcel = Paket { $number } von { $count }
paper-word-page = Seite { $number } von { $count }
paper-word-packing-slip = Lieferschein
paper-word-ship-to = Lieferanschrift
paper-word-date = Datum
paper-word-quantity = Menge
paper-word-item = Artikel
paper-word-sku = Art.-Nr.
paper-word-price = Preis
paper-word-amount = Betrag
paper-word-total = Summe
paper-word-gift-message = Eine Nachricht für dich
paper-word-notes = Hinweise
paper-word-pieces = { $count ->
    [one] { $count } Stück
   *[other] { $count } Stück
}
paper-word-pick-list = Pickliste
paper-word-batch = Stapel
paper-word-bin = Fach
paper-word-for-orders = Für Bestellungen
paper-word-no-bin = Ohne Fach
paper-word-test-page = Druckertest
paper-word-test-measure = Messen Sie die Lineale nach: Jeder lange Strich steht für 10 mm. Sind sie länger oder kürzer, schalten Sie die Skalierung in den Druckereinstellungen aus.
paper-word-test-edge = Der Rahmen liegt auf allen vier Seiten { $millimetres } mm vom Rand. Fehlt eine Seite, rücken Sie das Papier oder stellen Sie die Ränder des Druckers ein.
paper-word-test-scan = Scannen Sie diese Codes. Wird einer nicht gelesen, drucken Sie dunkler oder reinigen Sie den Druckkopf.
paper-word-hand-over = Übergabeliste
paper-word-parcel-number = Paket
paper-word-tracking = Sendungsnummer
paper-word-service = Versandart
paper-word-weight = Gewicht
paper-word-handed-over-by = Übergeben von
paper-word-taken-over-by = Übernommen von, Datum und Uhrzeit
paper-hand-over-summary = { $day }: { $parcels ->
    [one] 1 Paket
   *[other] { $parcels } Pakete
}{ $weight }
