# Pick lists that are worked
pick-list-ended = Diese Pickliste ist beendet. Mach eine neue.
pick-line-done = Diese Zeile ist schon beantwortet oder wird nicht mehr gebraucht. Sieh die Liste noch einmal an.
pick-line-cancelled = Die Bestellung wurde storniert. Lass es im Regal.
pick-found-range = { $found } von { $asked } geht nicht. Gib eine Zahl von 0 bis { $asked } ein.
pick-short-why = { $units ->
    [one] 1 Stück fehlt. Sag, ob es nicht da, beschädigt oder etwas anderes ist.
   *[other] { $units } Stück fehlen. Sag, ob sie nicht da, beschädigt oder etwas anderes sind.
}
pick-undo-gone = Diese Antwort lässt sich nicht zurücknehmen: Die Ware ist gepackt, storniert oder wurde nie geholt.
pick-undo-counted = Das Fach wurde seither gezählt. Die Zählung gilt; hole die Zeile mit einer neuen Liste.
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
put-back-range = Gib ein, wie viele Stück zurück sind: von 1 bis { $most }.
event-put-back-done = { $units } × { $sku } wieder im Regal
event-put-back-gone = { $units } × { $sku } kamen nicht zurück und sind aus dem Bestand
event-put-back-undone = { $units } × { $sku } warten wieder aufs Zurücklegen
