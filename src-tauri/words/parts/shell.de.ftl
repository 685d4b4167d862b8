## Das Fenster selbst.

shell-not-picked = Diese Datei wurde nicht in diesem Fenster gewählt. Wählen Sie sie noch einmal oder ziehen Sie sie auf das Fenster.
shell-unknown = Das Fenster hat etwas verlangt, das dieses Backroom nicht kennt ({ $verb }). Schließen Sie es und starten Sie es neu.
shell-malformed = Das Fenster hat { $verb } in einer Form verlangt, die dieses Backroom nicht kennt. Schließen Sie es und starten Sie es neu.
shell-not-written = { $name } ließ sich nicht schreiben. Prüfen Sie, ob auf dem Datenträger Platz ist und ob Sie in den Ordner schreiben dürfen, dann versuchen Sie es noch einmal.
shell-no-viewer = Nichts hat { $name } geöffnet. Installieren Sie ein Programm für PDF-Dateien, oder speichern Sie die Datei und öffnen Sie sie selbst.
shell-broken = Ein Fehler in Backroom hat verhindert, dass der Laden öffnet. Es wurde nichts geändert. Schließen Sie das Fenster und starten Sie es neu.
