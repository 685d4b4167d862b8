# Die Daten des Ladens: ihr Zustand, ihre Menschen.

## Zustand der Daten
health-never = Die Daten dieses Ladens hat noch niemand geprüft.
health-sound = Die Daten des Ladens sind heil.
health-damaged =
    { $count ->
        [one] Die Daten des Ladens sind an 1 Stelle beschädigt. Sichern Sie in einen anderen Ordner und stellen Sie dann die neueste heile Sicherung wieder her.
       *[other] Die Daten des Ladens sind an { $count } Stellen beschädigt. Sichern Sie in einen anderen Ordner und stellen Sie dann die neueste heile Sicherung wieder her.
    }
health-breached =
    { $count ->
        [one] Nichts ist verloren, aber 1 gespeicherte Zahl ist nicht das, was ihre Zeilen sagen. Schicken Sie uns das Ergebnis der Prüfung; es nennt niemanden.
       *[other] Nichts ist verloren, aber { $count } gespeicherte Zahlen sind nicht das, was ihre Zeilen sagen. Schicken Sie uns das Ergebnis der Prüfung; es nennt niemanden.
    }
health-by-pages = Jede Seite, jeder Index und jeder Verweis wurde angesehen.
health-by-amcheck = Der Server hat jede Tabelle und jeden Index angesehen (amcheck).
health-by-reading = Jede Zeile wurde gelesen und jeder Index verglichen. Mit „CREATE EXTENSION amcheck“ kann der Verwalter des Servers die Prüfung vertiefen.
