# Was Drucker sagen, und was zu tun ist.

printer-bad-address = „{ $address }“ ist keine Adresse eines Druckers. Sie sieht aus wie ipp://drucker.local/ipp/print.
printer-unreachable = { $printer } antwortet nicht. Es wurde nichts gedruckt. Schalten Sie den Drucker ein, prüfen Sie Kabel oder Netz, und drucken Sie noch einmal.
printer-no-queues = Auf diesem Rechner antwortet kein Drucksystem. Geben Sie die Adresse des Druckers selbst ein, oder speichern Sie das Papier als Datei.
printer-not-a-printer = { $printer } antwortet, aber nicht als Drucker. Es wurde nichts gedruckt. Prüfen Sie die Adresse.
printer-refused = { $printer } hat das Papier abgelehnt: { $said }. Es wurde nichts gedruckt.
printer-not-accepting = { $printer } nimmt gerade nichts an. Es wurde nichts gedruckt. Sehen Sie auf seine Anzeige, oder schalten Sie seine Warteschlange wieder ein.
printer-format = { $printer } kann { $format } nicht drucken. Es wurde nichts gedruckt. Wählen Sie einen anderen Drucker, oder öffnen Sie das Papier im Betrachter.
printer-unclear = Die Leitung zu { $printer } ist abgerissen, und er hat vielleicht gedruckt. Sehen Sie nach, was im Drucker liegt, bevor Sie noch einmal drucken.
printer-file = { $path } konnte nicht geschrieben werden. Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.
printer-viewer = Dieses Papier öffnet sich im Betrachter. Drucken Sie es von dort.
printer-empty = Es gibt nichts zu drucken.
printer-note-paper = Der Drucker kennt das Papier { $paper } nicht und hat sein eigenes genommen. Prüfen Sie die Größe des Ausdrucks.

## Gründe, die ein Drucker nennt
printer-reason-paper-empty = Der Drucker hat kein Papier mehr. Füllen Sie ihn.
printer-reason-paper-needed = Der Drucker wartet auf ein anderes Papier. Legen Sie es ein.
printer-reason-paper-low = Das Papier im Drucker geht zu Ende.
printer-reason-jam = Im Drucker klemmt Papier. Nehmen Sie es heraus.
printer-reason-tray = Das Papierfach steckt nicht im Drucker. Schieben Sie es hinein.
printer-reason-output-full = Die Ablage des Druckers ist voll. Leeren Sie sie.
printer-reason-open = Die Klappe des Druckers ist offen. Schließen Sie sie.
printer-reason-ink-empty = Der Drucker hat keine Farbe oder kein Farbband mehr. Wechseln Sie es.
printer-reason-ink-low = Farbe oder Farbband im Drucker gehen zu Ende.
printer-reason-offline = Die Warteschlange erreicht den Drucker nicht. Schalten Sie ihn ein, und prüfen Sie Kabel oder Netz.
printer-reason-paused = Der Drucker steht auf Pause. Drücken Sie seine Taste, oder schalten Sie seine Warteschlange wieder ein.
printer-reason-memory = Der Speicher des Druckers ist voll. Warten Sie, bis er gedruckt hat.
printer-reason-cancelled = Der Auftrag wurde am Drucker abgebrochen.
printer-reason-format = Der Drucker konnte das Dokument nicht lesen. Wählen Sie einen anderen Drucker, oder öffnen Sie das Papier im Betrachter.
printer-reason-errors = Der Drucker meldet Fehler in dem, was er gedruckt hat. Sehen Sie sich das Papier an.
printer-reason-aborted = Der Drucker hat den Auftrag aufgegeben. Sehen Sie nach, was im Drucker liegt, bevor Sie noch einmal drucken.
printer-reason-other = Der Drucker sagt: { $reason }.
