# Produkte und Bestand.

stock-negative =
    { $units ->
        [one] Von { $sku } ist mehr hinausgegangen, als da war: 1 Stück unter null. Zählen Sie das Fach.
       *[other] Von { $sku } ist mehr hinausgegangen, als da war: { $units } Stück unter null. Zählen Sie das Fach.
    }
stock-count-range = Zählen Sie von 0 bis { $most } Stück.
stock-other-location = Bestand wird vorerst am ersten Ort des Ladens geführt. Lassen Sie den Ort weg.
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
stock-file-sku-alike = Die Artikelnummern { $sku } und { $other } unterscheiden sich nur in Zeichen oder Großschreibung. Schreiben Sie eine davon neu.
stock-file-barcode-taken = Der Strichcode { $barcode } gehört zu einem anderen Produkt. Ein Scan muss genau ein Produkt finden.
stock-file-counted-already = { $sku } wurde hier schon gezählt. Der Bestand bleibt; zählen Sie unter Bestand, um ihn zu ändern.
stock-file-takes =
    { $units ->
        [one] { $sku }: 1 Stück weniger als versprochen. { $orders } wird auf Ware warten.
       *[other] { $sku }: { $units } Stück weniger als versprochen. { $orders } werden auf Ware warten.
    }
