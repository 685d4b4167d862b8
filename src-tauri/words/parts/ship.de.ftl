# Pick lists that are worked
pick-list-ended = Diese Pickliste ist beendet. Machen Sie eine neue.
pick-line-done = Diese Zeile ist schon beantwortet oder wird nicht mehr gebraucht. Sehen Sie die Liste noch einmal an.
pick-line-cancelled = Die Bestellung wurde storniert. Lassen Sie es im Regal.
pick-found-range = { $found } von { $asked } geht nicht. Geben Sie eine Zahl von 0 bis { $asked } ein.
pick-short-why = { $units ->
    [one] 1 Stück fehlt. Sagen Sie, ob es nicht da, beschädigt oder etwas anderes ist.
   *[other] { $units } Stück fehlen. Sagen Sie, ob sie nicht da, beschädigt oder etwas anderes sind.
}
pick-undo-gone = Diese Antwort lässt sich nicht zurücknehmen: Die Ware ist gepackt, storniert oder wurde nie geholt.
pick-undo-counted = Das Fach wurde seither gezählt. Die Zählung gilt; holen Sie die Zeile mit einer neuen Liste.
hold-not-found = { $units } × { $name } nicht im Regal gefunden
count-needed = { $sku } zählen: Beim Picken fehlten { $units }
count-needed-at = { $sku } in { $bin } zählen: Beim Picken fehlten { $units }
event-picked = { $units } × { $sku } geholt für Pickliste { $list }
event-picked-short = { $units } × { $sku } nicht geholt für Pickliste { $list }: { $why ->
    [missing] nicht im Regal
    [damaged] beschädigt
   *[other] anderer Grund
}
event-picking-undone = Antwort auf Pickliste { $list } zurückgenommen
event-picking-left = Von Pickliste { $list } genommen
event-bin-changed = Von { $before } nach { $after } umgezogen

# Back to the shelf
put-back-done = Das liegt schon wieder im Regal.
put-back-not-done = Das liegt noch nicht wieder im Regal.
put-back-range = Geben Sie ein, wie viele Stück zurück sind: von 1 bis { $most }.
event-put-back-done = { $units } × { $sku } wieder im Regal
event-put-back-gone = { $units } × { $sku } kamen nicht zurück und sind aus dem Bestand
event-put-back-undone = { $units } × { $sku } warten wieder aufs Zurücklegen

# Window: the parts of shipping
ship-place-van = Zu übergeben
ship-place-pick = Picklisten
ship-place-back = Zurück ins Regal
action-pick-number = Weniger oder anderen Platz eingeben
action-pick-back = Antwort zurücknehmen
pick-lists-fact = was aus den Regalen zu holen ist
pick-lists-which = Welche Picklisten
pick-lists-open = Offen
pick-lists-ended = Beendet
pick-lists-none = Keine Pickliste ist offen
pick-lists-none-text = Wählen Sie Bestellungen und machen Sie eine Pickliste; sie steht hier, bis alles geholt ist.
pick-lists-none-ended = Noch ist keine Pickliste beendet
pick-column-number = Liste
pick-column-state = Stand
pick-column-orders = Bestellungen
pick-column-lines = Zeilen
pick-column-units = Stück
pick-column-by = Gemacht von
pick-column-when = Wann
pick-column-bin = Platz
pick-column-sku = SKU
pick-column-title = Artikel
pick-column-asked = Holen
pick-column-found = Gefunden
pick-column-order = Bestellung
pick-lines-left = { $count ->
    [one] noch 1 Zeile
   *[other] noch { $count } Zeilen
}
pick-found-of = { $found } von { $units }
pick-state-open = Offen
pick-state-done = Erledigt
pick-state-cancelled = Nichts geholt
pick-state-short = { $count ->
    [one] 1 Stück fehlt
   *[other] { $count } Stück fehlen
}
pick-title = Pickliste { $number }
pick-print = Drucken
pick-finish = Liste beenden
pick-finish-found = { $count ->
    [one] Auch die letzte Zeile ist geholt
   *[other] Auch die { $count } übrigen Zeilen sind geholt
}
pick-finish-left = { $count ->
    [one] Die letzte Zeile für eine andere Liste lassen
   *[other] { $count } Zeilen für eine andere Liste lassen
}
pick-finished-found = { $count ->
    [one] 1 Zeile geholt, die Liste ist erledigt
   *[other] { $count } Zeilen geholt, die Liste ist erledigt
}
pick-finished-left = { $count ->
    [one] 1 Zeile für eine andere Liste gelassen
   *[other] { $count } Zeilen für eine andere Liste gelassen
}
pick-list-done = Pickliste { $number } ist erledigt
pick-progress = { $done } von { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
}
pick-hint-all = alles gefunden
pick-hint-number = weniger
pick-hint-elsewhere = woanders gefunden
pick-hint-back = zurücknehmen
pick-line-open = Zu holen
pick-line-found = Geholt
pick-line-short = { $found } gefunden: { $why }
pick-line-left = Für eine andere Liste
pick-line-unwanted = Nicht mehr gebraucht
pick-why-missing = Nicht da
pick-why-damaged = Beschädigt
pick-why-other = Etwas anderes
pick-dialog-title = { $name }: Was haben Sie gefunden?
pick-dialog-text = { $count ->
    [one] 1 Stück für Bestellung { $number }
   *[other] { $count } Stück für Bestellung { $number }
}
pick-dialog-found = Gefunden
pick-dialog-range = Geben Sie eine Zahl von 0 bis { $most } ein
pick-dialog-why = { $count ->
    [one] Warum fehlt 1?
   *[other] Warum fehlen { $count }?
}
pick-dialog-short-text = Sie werden niemandem versprochen, bis jemand das Fach zählt.
pick-dialog-bin = An anderem Platz gefunden
pick-dialog-bin-hint = Nur wenn es woanders lag: Das wird sein Platz.
pick-dialog-go = Eintragen

# Window: back to the shelf
put-back-fact = geholt und nicht mehr gebraucht
put-back-which = Welche davon
put-back-waiting = Zurückzulegen
put-back-done-view = Erledigt
put-back-column-units = Stück
put-back-partly = Nur ein Teil
put-back-state-waiting = Zurückzulegen
put-back-state-done = Im Regal: { $who }
put-back-state-gone = Weg: { $who }
put-back-none = Nichts wartet aufs Zurücklegen
put-back-none-text = Wird eine Bestellung storniert, nachdem sie geholt wurde, stehen ihre Stücke hier, bis sie wieder im Regal liegen.
put-back-none-done = Noch wurde nichts zurückgelegt
put-back-booked = { $count } × { $name } wieder im Regal
put-back-dialog-title = { $name } zurücklegen
put-back-dialog-text = Was Sie hier nicht nennen, wartet weiter.
put-back-dialog-units = Wieder im Regal
put-back-dialog-gone = Kaputt oder nirgends
put-back-dialog-gone-hint = Diese verlassen den Bestand.
put-back-dialog-go = Buchen

# Parcels before their label
action-ship-keep = Pakete so behalten
ship-keep = So behalten
ship-kept = Behalten
ship-another-parcel = Weiteres Paket
ship-layout-kept = Die Pakete von { $number } bleiben so
action-ship-scan = Pakete scannen
scan-title = Jedes Paket scannen
scan-van = Wessen Wagen
scan-any-van = Jeder Zusteller
scan-field = Nummer auf dem Etikett
scan-hint = Scannen Sie ein Etikett, oder tippen Sie seine Nummer und die Eingabetaste.
scan-list = Bisher gescannt
scan-gone-count = { $count ->
    [one] 1 übergeben
   *[other] { $count } übergeben
}
scan-left = { $count ->
    [one] 1 Paket wartet noch
   *[other] { $count } Pakete warten noch
}
scan-stopped = { $number } bleibt hier: { $why }
scan-none-left = Kein Paket wartet mehr
scan-empty = Scannen oder tippen Sie die Nummer auf dem Etikett.
scan-handed = { $parcel } ist übergeben.
scan-gone = { $parcel } ist schon fort.
scan-foreign = { $parcel } geht mit { $carrier }, nicht mit { $van }. Lassen Sie es hier.
scan-retired = Dieses Etikett von { $parcel } wurde eingezogen. Nehmen Sie es vom Paket und sehen Sie in der Bestellung nach.
scan-several = { $code } kann mehrere Pakete meinen: { $parcels }. Keines davon wurde übergeben. Scannen Sie den Strichcode auf dem Etikett.
scan-unknown = { $code } steht auf keinem Ihrer Pakete. Sehen Sie noch einmal auf das Etikett.
event-retired-label-scanned = Das eingezogene Etikett von Paket { $parcel } wurde gescannt
label-combined = Es soll mit { $numbers } in einem Paket gehen. Versenden Sie sie zusammen oder trennen Sie sie vorher.
label-not-planned = Dieses Paket ist nicht mehr geplant. Sehen Sie die Pakete noch einmal an.
plan-on-lists = Die Stücke stehen auf zwei offenen Picklisten. Beenden Sie diese zuerst.
event-parcels-planned = { $parcels ->
    [0] Geht so hinaus: { $orders }
    [one] 1 Paket geplant: { $orders }
   *[other] { $parcels } Pakete geplant: { $orders }
}
pick-undo-on-list = Diese Antwort lässt sich nicht zurücknehmen: Die Zeile steht jetzt auf Pickliste { $list }. Beenden Sie zuerst diese Liste.
