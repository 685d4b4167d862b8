# Produkte und Bestand.

stock-negative =
    { $units ->
        [one] Von { $sku } ist mehr hinausgegangen, als da war: 1 Stück unter null. Zählen Sie das Fach.
       *[other] Von { $sku } ist mehr hinausgegangen, als da war: { $units } Stück unter null. Zählen Sie das Fach.
    }
stock-count-range = Zählen Sie von 0 bis { $most } Stück.
stock-move-range = Schreiben Sie, wie viele Stück gekommen oder gegangen sind, von 1 bis { $most }.
stock-received-out = Eine Lieferung bringt Stücke herein. Für hinausgehende wählen Sie Ausschuss oder Korrektur.
stock-scrapped-in = Ausschuss geht hinaus. Für hereinkommende Stücke wählen Sie Lieferung oder Korrektur.
stock-move-kind = Von Hand gibt es Lieferung, Ausschuss und Korrektur. Alles andere wird dort gebucht, wo es geschieht.
stock-move-takes =
    { $units ->
        [one] Das nimmt 1 Stück, das { $orders } versprochen ist. Bestätigen Sie, damit es wieder auf Ware wartet.
       *[other] Das nimmt { $units } Stück, die { $orders } versprochen sind. Bestätigen Sie, damit sie wieder auf Ware warten.
    }
variant-title-missing = Geben Sie dem Produkt einen Titel.
variant-too-long = Das ist zu lang. Bleiben Sie unter { $most } Buchstaben.
variant-grams-range = Schreiben Sie das Gewicht eines Stücks in Gramm, von 1 bis { $most }.
variant-amount-range = Schreiben Sie einen Betrag ab 0.
variant-reorder-negative = Schreiben Sie einen Meldebestand ab 0, oder lassen Sie ihn leer.
variant-origin-unknown = „{ $country }“ ist kein Ländercode aus zwei Buchstaben wie DE.
variant-sku-taken = Die Artikelnummer { $sku } gehört zu { $title }. Jedes Produkt braucht seine eigene.
variant-barcode-taken = Der Strichcode { $barcode } gehört zu { $title }. Ein Scan muss genau ein Produkt finden.

## Produkte aus einer Datei
stock-file-too-big = Diese Datei ist größer als 64 MB. Teilen Sie sie in kleinere.
stock-file-unreadable = Diese Datei ließ sich nicht lesen. Nichts wurde geändert.
stock-file-sku-alike = Die Artikelnummern { $sku } und { $other } meinen dasselbe Produkt: Sie unterscheiden sich höchstens in der Großschreibung. Schreiben Sie eine davon neu.
stock-file-barcode-taken = Der Strichcode { $barcode } gehört zu einem anderen Produkt. Ein Scan muss genau ein Produkt finden.
stock-file-counted-already = { $sku } wurde hier schon gezählt. Der Bestand bleibt; zählen Sie unter Bestand, um ihn zu ändern.
stock-file-part-unknown = Es gibt kein Produkt mit der SKU { $sku }. Nehmen Sie es in dieselbe Datei auf, oder legen Sie es vorher an.
stock-file-takes =
    { $units ->
        [one] { $sku }: 1 Stück weniger als versprochen. { $orders } wird auf Ware warten.
       *[other] { $sku }: { $units } Stück weniger als versprochen. { $orders } werden auf Ware warten.
    }

## Sets
kit-in-itself = Ein Set kann kein Teil von sich selbst sein, auch nicht in einem anderen Set. Nehmen Sie diesen Teil heraus.
kit-part-range = Schreiben Sie, wie viele eines Teils in einem Set sind, von 1 bis { $most }.
kit-part-twice = Ein Teil steht einmal in der Liste, mit der Anzahl in einem Set.
kit-part-unknown = Einer der Teile ist nicht mehr da. Nehmen Sie ihn heraus und wählen Sie einen anderen.
kit-too-many-parts = Ein Set hat höchstens { $most } verschiedene Teile.
kit-has-stock =
    { $units ->
        [one] 1 von { $title } ist vorhanden. Ein Set hat keinen eigenen Bestand: zählen Sie es zuerst auf 0, dann seine Teile.
       *[other] { $units } von { $title } sind vorhanden. Ein Set hat keinen eigenen Bestand: zählen Sie es zuerst auf 0, dann seine Teile.
    }
stock-kit-has-none = Ein Set hat keinen eigenen Bestand. Zählen oder bewegen Sie seine Teile.
stock-view-kits = Sets
stock-empty-kits = Noch keine Sets. Geben Sie einem Artikel seine Teile, dann wird er als eines verkauft und als mehrere geholt.
stock-kit = Set
kit-parts = In einem Set
kit-in-kits = Teil von
kit-none-counted = Keiner seiner Teile ist gezählt, darum fehlt es nie.
kit-scarcest = So viele, wie der knappste Teil erlaubt. Bestellungen reservieren die Teile.
kit-edit = Teile ändern
kit-make = Zum Set machen
kit-make-text = Als eines verkauft, als mehrere geholt: geben Sie ihm seine Teile.
kit-title = Teile von { $title }
kit-text = Was für eines geholt wird. Begonnene Bestellungen behalten die Teile, mit denen sie verkauft wurden.
kit-find = Teil hinzufügen: Code, Name oder Strichcode
kit-none-found = Kein Artikel passt zu „{ $text }“.
kit-add = { $title } hinzufügen
kit-remove = { $title } herausnehmen
kit-quantity = Wie viele { $title }
kit-free = { $count } frei
kit-not-counted = nicht gezählt
kit-no-parts = Noch keine Teile. Suchen Sie unten den ersten.
kit-dissolve = Wieder zur Ware machen
kit-saved = { $count ->
    [0] { $title } ist wieder Ware
    [one] { $title } besteht aus 1 Teil
   *[other] { $title } besteht aus { $count } Teilen
}
event-recipe-changed = Teile des Sets geändert

## Orte
location-last = Das ist der einzige Ort in Gebrauch. Legen Sie erst einen weiteren an.
location-has-stock =
    { $variants ->
        [one] In { $name } liegt noch 1 Produkt, { $reserved } Stück davon sind Bestellungen zugesagt. Bringen Sie es erst an einen anderen Ort, oder zählen Sie es auf 0.
       *[other] In { $name } liegen noch { $variants } Produkte, { $reserved } Stück davon sind Bestellungen zugesagt. Bringen Sie sie erst an einen anderen Ort, oder zählen Sie sie auf 0.
    }
location-has-shipments =
    { $count ->
        [one] 1 Sendung soll noch von { $name } abgehen. Schicken Sie sie erst ab, oder nehmen Sie sie zurück.
       *[other] { $count } Sendungen sollen noch von { $name } abgehen. Schicken Sie sie erst ab, oder nehmen Sie sie zurück.
    }
location-not-in-use = Dieser Ort ist außer Gebrauch. Nehmen Sie ihn in Gebrauch, bevor Pakete von dort abgehen.
location-name-missing = Geben Sie dem Ort einen Namen mit höchstens { $most } Zeichen.
location-name-taken = Einen Ort namens { $name } gibt es schon. Wählen Sie einen anderen Namen, damit eine Pickliste sagt, wohin zu gehen ist.
location-too-many = Ein Laden hat höchstens { $most } Orte.
stock-transfer-same = Wählen Sie zwei verschiedene Orte.
stock-transfer-not-counted = Es wurde nie gezählt, also weiß niemand, wie viel umzulagern ist. Zählen Sie es erst.
stock-transfer-range =
    { $most ->
        [0] Aus { $place } kann jetzt nichts weg: Es ist nicht da oder in begonnenen Paketen.
        [one] Aus { $place } kann höchstens 1 Stück weg: Der Rest ist nicht da oder in begonnenen Paketen.
       *[other] Aus { $place } können höchstens { $most } Stück weg: Der Rest ist nicht da oder in begonnenen Paketen.
    }
stock-transfer-takes =
    { $units ->
        [one] { $orders } wartet dann auf Ware: Die Teile eines Sets müssen beisammen liegen. Trotzdem umlagern?
       *[other] { $orders } warten dann auf { $units } Stück: Die Teile eines Sets müssen beisammen liegen. Trotzdem umlagern?
    }

place = Ort
places = Orte
places-all = Alle Orte
place-with-count = { $name } ({ $count })
transfer = Umlagern
transfer-title = { $title } an einen anderen Ort bringen
transfer-text = Was Bestellungen zugesagt ist, geht mit der Ware, solange niemand es zu packen begann.
transfer-from = Von
transfer-to = Nach
transfer-go = { $count } umlagern
transfer-go-anyway = Trotzdem { $count } umlagern
transfer-done = { $count } von { $from } nach { $to } gebracht
move-go-anyway = Trotzdem { $count } buchen
settings-part-locations = Orte
settings-part-locations-text = Wo Ihr Bestand liegt. Bestellungen werden am ersten Ort gepackt, der alles davon hat.
location-new = Neuer Ort
location-rename = Umbenennen
location-name = Name des Orts
location-name-example = Keller
location-needs-name = Geben Sie dem Ort einen Namen.
location-saved = { $name } gespeichert
location-first = Versendet zuerst
location-make-first = Zuerst von hier
location-is-first = Bestellungen werden zuerst in { $name } gepackt
location-off = Außer Gebrauch
location-stop = Außer Gebrauch nehmen
location-use = Wieder nutzen
location-is-off = { $name } ist außer Gebrauch
location-is-on = { $name } ist wieder in Gebrauch
stock-transfer-none = Tragen Sie mindestens 1 Stück um. Um zurückzutragen, tauschen Sie die beiden Orte.
variant-safety-range = Halten Sie 0 bis { $most } Stück zurück.
variant-safety = Zur Sicherheit zurückgehalten
variant-available = Verfügbar
variant-available-missing = Am Regal nicht gefunden
variant-available-sum = = { $count }
stock-more-fetched = { $sku } zählen: { $fetched } sind geholt, im Haus sind aber nur { $units }
