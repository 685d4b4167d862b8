# Was ein Wirt sagt, wenn ein Befehl nicht tun konnte, was verlangt war.

api-request-shape = Die Anfrage hat die falsche Form: { $problem }. „backroom-cli commands --json“ zeigt, was der Befehl erwartet.
api-internal = Backroom hat selbst einen Fehler gemacht. Es wurde nichts geändert. Bitte mit den Einzelheiten melden.
api-unknown-command = Den Befehl „{ $name }“ gibt es nicht. „backroom-cli commands“ nennt alle.
api-not-found = Nicht mehr vorhanden: { $what }. Sehen Sie in der Liste nach.
api-stale = Das wurde inzwischen geändert. Sehen Sie es noch einmal an und wiederholen Sie Ihre Änderung, wenn sie noch passt.
api-no-shop = Hier gibt es noch kein Geschäft. Richten Sie es ein oder öffnen Sie das Beispielgeschäft.
api-stopped = Abgebrochen. Es wurde nichts geändert.
api-file = Die Datei { $path } konnte nicht gelesen oder geschrieben werden. Prüfen Sie, ob sie da ist, ob Sie sie benutzen dürfen und ob die Platte voll ist.
api-printer = Der Drucker hat es nicht angenommen: { $problem }. Nichts ist verloren, drucken Sie es bei den Dokumenten der Bestellung noch einmal.
api-in-use = Dieses Geschäft ist in Backroom geöffnet. Schließen Sie zuerst jenes Fenster, oder sehen Sie nur nach.
api-newer = Dieses Geschäft wurde zuletzt mit einem neueren Backroom benutzt (Datenstand { $found }, dieses kennt { $known }). Aktualisieren Sie Backroom; es wurde nichts geändert.
api-engine-too-old = Die Datenbankbibliothek { $version } auf diesem Rechner ist nicht sicher für Ihre Daten. Installieren Sie Backroom neu.
api-exists = Das gibt es schon.
api-disk-full = Die Platte ist voll. Von dieser Änderung blieb nichts. Schaffen Sie Platz und wiederholen Sie sie.
api-damaged = Die Datendatei des Geschäfts ist beschädigt. Es wurde nichts überschrieben. Spielen Sie die neueste Sicherung zurück.
api-engine = Die Datenbank hat es nicht getan. Von dieser Änderung blieb nichts. Versuchen Sie es noch einmal; bleibt es so, sehen Sie in die Einzelheiten.
list-limit = Eine Seite hat 1 bis 200 Zeilen.
list-page-mark = Diese Seitenmarke gehört nicht zu dieser Liste. Beginnen Sie wieder bei der ersten Seite.
text-too-long = Dieser Text hat mehr als { $most } Zeichen. Kürzen Sie ihn.
text-has-nul = Dieser Text enthält ein Zeichen, das sich nicht speichern lässt (U+0000). Geben Sie ihn ohne dieses Zeichen ein.
