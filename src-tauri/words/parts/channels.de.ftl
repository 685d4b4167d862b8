### Dateien mit Bestellungen und Produkten: warum eine abgelehnt wird, und was man von ihren Zeilen wissen sollte

## Die ganze Datei
import-cancelled = Das Einlesen wurde angehalten. Es wurde nichts übernommen.
import-file-empty = Die Datei ist leer. Exportieren Sie sie noch einmal, oder wählen Sie eine andere Datei.
import-file-too-large = Die Datei ist größer als { $limit } MB. Exportieren Sie weniger Bestellungen auf einmal.
import-file-not-a-table = { $kind ->
    [pdf] Das ist ein PDF, keine Tabelle. Exportieren Sie die Bestellungen als CSV oder XLSX.
    [old-excel] Das ist eine Excel-Datei der alten Art (XLS). Öffnen Sie sie, und speichern Sie sie als XLSX oder CSV.
    [picture] Das ist ein Bild, keine Tabelle. Exportieren Sie die Bestellungen als CSV oder XLSX.
    [web-page] Das ist eine Webseite, vielleicht eine Anmeldeseite, die statt der Datei gespeichert wurde. Melden Sie sich in Ihrem Shop an, und exportieren Sie noch einmal.
    [xml] Das ist eine XML-Datei. Exportieren Sie die Bestellungen als CSV oder XLSX.
    [json] Das ist eine JSON-Datei. Exportieren Sie die Bestellungen als CSV oder XLSX.
   *[archive] Das ist ein gepackter Ordner. Entpacken Sie ihn, und wählen Sie die Datei darin.
}
import-encoding-unknown = Die Buchstaben dieser Datei lassen sich nicht sicher lesen. Wählen Sie die Zeichenkodierung, oder speichern Sie sie als „CSV UTF-8“.
import-file-damaged = Einige Zeichen dieser Datei sind beschädigt. Bestellungen, in denen sie stehen, werden ausgelassen. Exportieren Sie die Datei noch einmal.
import-header-too-long = Die erste Zeile ist länger als { $limit } kB, also keine Zeile mit Spaltennamen. Wählen Sie eine andere Datei oder ein anderes Trennzeichen.
import-too-many-columns = Die Datei hat mehr als { $limit } Spalten. Wählen Sie ein anderes Trennzeichen, oder entfernen Sie Spalten, die Sie nicht brauchen.
import-too-many-rows = Die Datei hat mehr als { $limit } Zeilen. Exportieren Sie weniger Bestellungen auf einmal.
import-cell-too-long = Die Zelle in Zeile { $row }, die mit „{ $start }“ beginnt, ist länger als { $limit } MB. Wahrscheinlich ist davor ein Anführungszeichen nicht geschlossen.
import-row-too-long = Zeile { $row } ist länger als { $limit } MB. Wahrscheinlich ist darin ein Anführungszeichen nicht geschlossen.
import-quotes-broken = In vielen Zeilen passen die Anführungszeichen nicht zusammen. Wählen Sie ein anderes Trennzeichen, oder exportieren Sie die Datei noch einmal.
import-needs-order-number = Für die Bestellnummer ist keine Spalte gewählt. Wählen Sie die Spalte, an der man erkennt, welche Zeilen zu einer Bestellung gehören.
import-currency-assumed = Die Datei nennt keine Währung. Ihre Beträge werden als { $currency } gelesen. Wenn das falsch ist, wählen Sie die Währung.
import-numbers-like-other-columns = Zahlen wie 1,234 in „{ $column }“ werden so gelesen, wie die anderen Spalten geschrieben sind. Sehen Sie sich einige davon an.

## Arbeitsmappen
import-workbook-unreadable = Die Arbeitsmappe lässt sich nicht lesen. Öffnen Sie sie in Ihrer Tabellenkalkulation, und speichern Sie sie neu als XLSX oder CSV.
import-workbook-protected = Die Arbeitsmappe ist mit einem Kennwort geschützt. Speichern Sie sie ohne Kennwort.
import-workbook-no-sheet = Die Arbeitsmappe hat kein Blatt mit Zeilen. Wählen Sie ein anderes Blatt oder eine andere Datei.
import-file-too-much = Was die Bestellungen dieser Datei sagen, braucht mehr als { $limit } MB. Exportieren Sie einen kürzeren Zeitraum oder weniger Spalten.
import-workbook-too-large = Die Arbeitsmappe enthält entpackt mehr als { $limit } MB, oder viel mehr, als ihre Größe erwarten lässt. Speichern Sie das Blatt mit den Bestellungen als CSV.
import-workbook-too-many-parts = Die Arbeitsmappe hat mehr als { $limit } Teile. Speichern Sie das Blatt mit den Bestellungen als CSV.

## Zeilen
import-row-quotes-broken = Die Anführungszeichen in Zeile { $row } passen nicht zusammen, daher lassen sich ihre Zellen nicht trennen. Berichtigen Sie die Zeile in der Datei.
import-row-too-wide = Zeile { $row } hat mehr Zellen, als es Spalten gibt. Wahrscheinlich fehlen um einen Text mit Trennzeichen die Anführungszeichen.
import-row-too-short = Zeile { $row } endet zu früh. Sie ist abgeschnitten, oder um einen Text mit Zeilenumbruch fehlen die Anführungszeichen.
import-row-without-order-number = Zeile { $row } hat keine Bestellnummer und gehört daher zu keiner Bestellung.
import-order-too-many-rows = { $count } Zeilen haben dieselbe Bestellnummer, eine Bestellung darf { $limit } haben. Wählen Sie eine andere Spalte für die Bestellnummer.
import-order-too-long = Die { $count } Zeilen einer Bestellung ab Zeile { $row } sind zusammen länger als { $limit } MB. Wählen Sie eine andere Spalte für die Bestellnummer, oder kürzen Sie, was in den Zeilen steht.
import-order-rows-differ = Die Zeilen einer Bestellung sagen in „{ $column }“ Verschiedenes. Zeile { $row } hat „{ $cell }“. Es gilt die erste Zeile.
import-order-without-lines = Die Bestellung in Zeile { $row } hat keine Positionen. Sie kommt angehalten herein, bis Sie ergänzen, was verkauft wurde.

## Zellen
import-cell-damaged = „{ $cell }“ in „{ $column }“, Zeile { $row }, enthält beschädigte Zeichen. Exportieren Sie die Datei noch einmal.
import-cell-control-characters = Aus „{ $column }“ in Zeile { $row } wurden Zeichen entfernt, die man nicht sehen kann.
import-cell-turns-direction = „{ $column }“ in Zeile { $row } enthält Zeichen, die die Leserichtung umdrehen. Prüfen Sie vor dem Drucken, wie es sich liest.
import-cell-mangled-number = Eine Tabellenkalkulation hat eine lange Zahl in „{ $column }“, Zeile { $row }, zu „{ $cell }“ gekürzt. Ihre Ziffern sind verloren. Exportieren Sie die Datei noch einmal, und speichern Sie sie nicht aus der Tabellenkalkulation.
import-cell-not-an-amount = „{ $cell }“ in „{ $column }“, Zeile { $row }, ist kein Geldbetrag. Berichtigen Sie ihn, oder wählen Sie eine andere Spalte.
import-number-two-readings = „{ $cell }“ in „{ $column }“, Zeile { $row }, kann man auf zwei Arten lesen. Wählen Sie, ob die Datei Dezimalstellen mit Punkt oder mit Komma schreibt.
import-number-too-large = Ein Betrag in Zeile { $row } ist größer, als Geld sein kann. Berichtigen Sie ihn.
import-amount-rounded = „{ $cell }“ in „{ $column }“, Zeile { $row }, hat Bruchteile der kleinsten Münze und wurde gerundet.
import-quantity-missing = Zeile { $row } sagt nicht, wie viel bestellt wurde. Ergänzen Sie die Menge.
import-quantity-not-a-number = „{ $cell }“ in „{ $column }“, Zeile { $row }, ist keine Stückzahl. Berichtigen Sie sie, oder wählen Sie eine andere Spalte.
import-quantity-not-whole = „{ $cell }“ in „{ $column }“, Zeile { $row }, ist keine ganze Stückzahl. Berichtigen Sie sie.
import-quantity-negative = „{ $cell }“ in „{ $column }“, Zeile { $row }, liegt unter 0. Entfernen Sie die Zeile, oder tragen Sie die verkaufte Menge ein.
import-quantity-too-large = „{ $cell }“ in „{ $column }“, Zeile { $row }, ist mehr, als jemand bestellt. Berichtigen Sie es, oder wählen Sie eine andere Spalte.
import-quantity-zero = Zeile { $row } bestellt 0 Stück. Die Position wurde ausgelassen.
import-line-without-name = Zeile { $row } hat weder eine Artikelnummer noch einen Namen. Ergänzen Sie eines von beiden.
import-line-total-differs = „{ $cell }“ in „{ $column }“, Zeile { $row }, ist nicht Menge mal Preis. Es gilt der Preis.
import-cell-not-a-date = „{ $cell }“ in „{ $column }“, Zeile { $row }, ist kein Datum. Berichtigen Sie es, oder wählen Sie eine andere Spalte.
import-cell-not-a-time = „{ $cell }“ in „{ $column }“, Zeile { $row }, ist keine Uhrzeit. Es wurde Mitternacht angenommen.
import-date-two-readings = „{ $cell }“ in „{ $column }“, Zeile { $row }, kann man auf zwei Arten lesen. Wählen Sie, ob die Datei zuerst den Tag oder den Monat schreibt.
import-date-in-future = „{ $cell }“ in „{ $column }“, Zeile { $row }, liegt in der Zukunft. Prüfen Sie die Reihenfolge von Tag und Monat.
import-zone-unknown = Die Zeitzone „{ $cell }“ in Zeile { $row } ist nicht bekannt. Es gilt die Zeitzone Ihres Ladens.
import-currency-unknown = „{ $cell }“ in „{ $column }“, Zeile { $row }, ist keine Währung. Tragen Sie ein Kürzel wie EUR ein.
import-currency-differs = „{ $cell }“ in „{ $column }“, Zeile { $row }, steht in einer anderen Währung als der Rest der Bestellung. Berichtigen Sie es.
import-currency-shared-sign = Das Zeichen in „{ $cell }“, „{ $column }“, Zeile { $row }, benutzen mehrere Währungen. Es wurde die häufigste genommen. Wenn das falsch ist, wählen Sie die Währung.
import-country-unknown = „{ $cell }“ in „{ $column }“, Zeile { $row }, ist kein Land, das wir kennen. Wählen Sie das Land in der Bestellung.
import-status-unknown = Wir wissen nicht, was „{ $cell }“ in „{ $column }“ bedeutet. Wählen Sie, wofür es steht.
import-weight-not-read = „{ $cell }“ in „{ $column }“, Zeile { $row }, ist kein Gewicht. Es wurde ausgelassen.
import-products-cell-unreadable = Die Liste der Produkte in Zeile { $row } lässt sich nicht lesen: „{ $cell }“. Exportieren Sie die Bestellung noch einmal.
import-etsy-shipping-repeated = Mehrere Zeilen der Bestellung in Zeile { $row } nennen einen Betrag für den Versand. Lesen Sie auch die Datei EtsySoldOrders ein, in der der Betrag der ganzen Bestellung steht.
import-order-told-twice = Bestellung { $number } steht zweimal in der Datei, in Zeile { $row } und in Zeile { $other }, und beide unterscheiden sich. Löschen Sie die ältere und importieren Sie noch einmal.
import-rows-repeated = Die Bestellung in Zeile { $row } steht mehrmals mit denselben Zeilen in der Datei. Sie wird einmal gelesen; { $count ->
    [one] eine wiederholte Zeile bleibt
   *[other] { $count } wiederholte Zeilen bleiben
} weg.

## Produkte
product-needs-sku-or-title = Weder für die Artikelnummer noch für den Namen ist eine Spalte gewählt. Wählen Sie eine davon.
product-without-name = Zeile { $row } hat weder einen Namen noch eine Artikelnummer. Ergänzen Sie eines von beiden.
product-sku-twice = Artikelnummer { $sku } steht in Zeile { $other } und in Zeile { $row }. Geben Sie jeder Variante eine eigene.
product-amount-negative = „{ $cell }“ in „{ $column }“, Zeile { $row }, liegt unter 0. Berichtigen Sie es.
product-count-negative = „{ $cell }“ in „{ $column }“, Zeile { $row }, liegt unter 0. Das Produkt kommt als nicht gezählt herein.
product-measure-not-read = „{ $cell }“ in „{ $column }“, Zeile { $row }, ist kein Maß. Es wurde ausgelassen.
product-measure-without-unit = „{ $cell }“ in „{ $column }“, Zeile { $row }, hat keine Einheit und wurde ausgelassen. Wählen Sie die Einheit der Spalte.
product-parts-not-read = „{ $cell }“ in „{ $column }“, Zeile { $row }, ist nicht als Teile zu lesen. Schreiben Sie SKUs mit ihrer Anzahl, etwa BECHER×2, TASSE×1.
product-hs-code-not-read = „{ $cell }“ in „{ $column }“, Zeile { $row }, ist keine Zolltarifnummer. Sie wurde ausgelassen.
product-origin-unknown = „{ $cell }“ in „{ $column }“, Zeile { $row }, ist kein Land, das wir kennen. Es wurde ausgelassen.
import-text-too-long = „{ $cell }…“ in „{ $column }“, Zeile { $row }, ist länger als { $limit } Zeichen. Kürzen Sie den Text in der Datei.
