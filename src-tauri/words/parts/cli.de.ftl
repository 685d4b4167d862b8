# Die Kommandozeile.
cli-which-shop = Sagen Sie, welcher Laden: --data mit seinem Ordner, oder setzen Sie BACKROOM_DATA.
cli-no-shop = In { $place } ist kein Laden. `sample` macht einen zum Umsehen, `call shop_make` Ihren eigenen.
cli-file = { $path }: { $problem }.
cli-day = „{ $text }“ ist kein Tag. Schreiben Sie ihn wie 2026-11-23.
cli-not-json = Die Anfrage ist kein JSON: { $problem }.
cli-no-order = Es gibt keine Bestellung { $number }. `orders --view all` zeigt alle.
cli-several-orders = Mehrere Bestellungen haben die Nummer { $number }. Nennen Sie eine von { $ids }.
cli-no-service = Es gibt keinen Versand „{ $name }“. Es gibt: { $names }.
cli-one-tracking = Eine Sendungsnummer gehört zu einer Bestellung. Nennen Sie nur diese.
cli-nothing-ready = Nichts ist versandbereit. `orders --view open` zeigt, was wartet, und `order` mit der Nummer sagt, warum.
cli-labelled-already = { $number } hat schon ein Etikett; das Paket wartet auf die Übergabe.
cli-labels-not-saved = Die Etiketten von { $parcels } sind trotzdem gemacht; weiter geschah nichts. Speichern Sie sie anderswo: backroom-cli print { $document } --out etiketten.pdf
cli-paper-not-saved = Das Papier ist trotzdem gemacht; weiter geschah nichts. Speichern Sie es anderswo: backroom-cli print { $document } --out seite.pdf
cli-nothing-labelled = Kein Paket dieser Bestellungen wartet auf die Übergabe. Machen Sie zuerst Etiketten.
cli-not-all = Nicht alles wurde erledigt; die Zeilen darüber sagen, warum.
cli-handed-over = { $count ->
    [one] 1 Paket ist aus dem Haus.
   *[other] { $count } Pakete sind aus dem Haus.
  }
cli-restore-server = Ein Laden auf einem Server wird mit der Sicherung des Servers wiederhergestellt.
cli-restored = Die Sicherung ist jetzt der Laden in { $place }. Der bisherige liegt daneben.
cli-import-shelf = ? { $units } Stück aus { $orders ->
    [one] 1 Bestellung
   *[other] { $orders } Bestellungen
  } gingen ohne ein Paket von Ihnen fort. Standen sie in Ihrem Regal? Sagen Sie es mit --on-shelf yes oder --on-shelf no; sonst bleibt der Bestand, und die Frage braucht Sie.
cli-import-into = Nach: { $channel }
cli-import-into-new = Nach: { $channel }, ein neuer Kanal
cli-import-which = Es gibt mehrere Läden dieser Art: { $channels }. Sagen Sie mit --channel, von welchem die Datei ist; ein neuer Name legt einen weiteren an.
cli-import-others = { $count ->
    [one] 1 Bestellung hat eine Nummer von { $channel }, ist aber eine andere
   *[other] { $count } Bestellungen haben eine Nummer von { $channel }, sind aber andere
  }: nichts wurde geschrieben. Ist die Datei von einem anderen Laden, nennen Sie ihn mit --channel. Sonst lässt --others leave sie weg, und --others same nimmt sie als dieselben.
cli-import-whole-file = die ganze Datei
cli-import-pair = „{ $text }“ hat kein „=“. Schreiben Sie es als 'Spalte=Feld' oder 'Wort=Bedeutung'.
cli-import-no-column = Die Datei hat keine Spalte „{ $column }“. Sie hat: { $columns }.
cli-import-no-field = „{ $field }“ ist keines der Felder. Es gibt: { $fields }.
cli-import-no-meaning = „{ $meaning }“ ist keine der Bedeutungen. Es gibt: { $meanings }.
cli-say-dates = Sagen Sie es mit --dates day-first (Tag zuerst) oder --dates month-first (Monat zuerst).
cli-say-decimal = Sagen Sie es mit --decimal comma oder --decimal point.
cli-say-currency = Sagen Sie sie mit --currency, zum Beispiel --currency EUR.
cli-say-status = Sagen Sie es mit --status, zum Beispiel --status '{ $word }=shipped'.
cli-say-map = Sagen Sie es mit --map 'Spalte=order_number'.
cli-say-sheet = ! Die Arbeitsmappe hat mehrere Blätter: { $sheets }. „{ $sheet }“ wird gelesen; --sheet liest ein anderes.
cli-import-would = { $new } neu, { $updated } geändert, { $skipped } unverändert, { $refused } ausgelassen. Nichts wurde geschrieben.
cli-import-done = { $new } neu, { $updated } geändert, { $skipped } unverändert, { $refused } ausgelassen.
cli-import-next = { $ready } versandbereit, { $attention } angehalten oder brauchen Sie.
cli-import-start = Ab welchem Tag sind Bestellungen Arbeit und nicht Geschichte? Sag es mit --start, zum Beispiel --start { $day }.
cli-import-rows = { $count ->
    [one] Zeile { $rows }
   *[other] { $count }-mal, zuerst in den Zeilen { $rows }
  }
cli-orders-shown = { $more ->
    [0] { $shown } von { $total }
   *[other] { $shown } von mehr als { $total }
  }
cli-held = angehalten
cli-column-number = Nummer
cli-column-placed = Bestellt
cli-column-ship-by = Versand bis
cli-column-name = Name
cli-column-country = Land
cli-column-units = Stück
cli-column-total = Summe
cli-column-state = Stand
cli-sample = { $name }: { $orders } erfundene Bestellungen in { $place }
cli-tile-to-ship = zu versenden
cli-tile-late = verspätet
cli-tile-on-hold = angehalten
cli-tile-awaiting-payment = warten auf Zahlung
cli-tile-short = nicht lieferbar
cli-tile-needs-you = brauchen Sie
cli-tile-partly-shipped = teilweise versandt
cli-tile-on-the-way = unterwegs
cli-tile-open = offen
cli-tile-all = insgesamt
cli-tile-hand-over = warten auf die Übergabe
cli-tile-low-stock = knapp am Lager
cli-token-short = Das Token braucht mindestens 16 Zeichen.
cli-serve = Auf { $address } kann nicht gehört werden: { $problem }.
cli-not-sound = Es wurde etwas gefunden; die Zeilen oben sagen, was.
cli-no-customer = Es gibt keinen Kunden „{ $who }“. Nennen Sie die ganze E-Mail-Adresse; andere findet `call search`.
cli-would-erase = Gelöscht würden { $customers ->
    [one] 1 Person
   *[other] { $customers } Personen
  }: { $orders } Bestellungen ohne Namen, { $addresses } Adressen, { $pages } Seiten. Nichts wurde getan; --for-good tut es.
cli-erased = Endgültig gelöscht: { $customers ->
    [one] 1 Person
   *[other] { $customers } Personen
  }, { $orders } Bestellungen ohne Namen, { $addresses } Adressen, { $pages } Seiten.
cli-kept = { $title } bleibt für die Jahre, die in den Einstellungen stehen.
cli-erase-blocked = Nichts wurde gelöscht; die Zeilen oben sagen, was zuerst fertig werden muss.

## What falls due by itself
cli-daily-released =
    { $count ->
        [one] Der Halt einer Bestellung endete.
       *[other] Die Halte von { $count } Bestellungen endeten.
    }
cli-daily-reserved =
    { $count ->
        [one] Der Tag einer Bestellung ist da: ihre Ware ist zurückgelegt.
       *[other] Der Tag von { $count } Bestellungen ist da: ihre Ware ist zurückgelegt.
    }
cli-daily-expired =
    { $count ->
        [one] Die Ware einer unbezahlten Bestellung wurde freigegeben.
       *[other] Die Ware von { $count } unbezahlten Bestellungen wurde freigegeben.
    }
cli-daily-delivered =
    { $count ->
        [one] 1 Paket gilt als zugestellt.
       *[other] { $count } Pakete gelten als zugestellt.
    }
cli-daily-backup = { $name } ist gemacht und geprüft.
cli-daily-nothing = Nichts war fällig.
