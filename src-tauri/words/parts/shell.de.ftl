## Das Fenster selbst.

shell-not-picked = Diese Datei wurde nicht in diesem Fenster gewählt. Wähle sie noch einmal oder zieh sie auf das Fenster.
shell-unknown = Das Fenster hat etwas verlangt, das dieses Backroom nicht kennt ({ $verb }). Schließ es und starte es neu.
shell-malformed = Das Fenster hat { $verb } in einer Form verlangt, die dieses Backroom nicht kennt. Schließ es und starte es neu.
shell-not-written = { $name } ließ sich nicht schreiben. Prüfe, ob auf dem Datenträger Platz ist und ob du in den Ordner schreiben darfst, dann versuch es noch einmal.
shell-no-viewer = Nichts hat { $name } geöffnet. Installiere ein Programm für PDF-Dateien, oder speichere die Datei und öffne sie selbst.
shell-broken = Ein Fehler in Backroom hat verhindert, dass der Laden öffnet. Es wurde nichts geändert. Schließ das Fenster und starte es neu.
