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

## Menschen vergessen
event-person-erased = Käufer endgültig gelöscht
erased-sentence = Was hier stand, wurde mit dem Käufer gelöscht.
erased-scrub-later = Die Datenbankdatei muss noch ohne die gelöschten Daten neu geschrieben werden. Backroom versucht es binnen einer Stunde wieder; schaffen Sie Platz auf der Platte.
erased-backups =
    { $count ->
        [one] 1 Kopie des Ladens in seinem Ordner ist älter (eine Sicherung oder ein ersetzter Laden). Wird sie wiederhergestellt, werden die Personen dort sofort gelöscht; Kopien an anderen Orten löschen Sie selbst.
       *[other] { $count } Kopien des Ladens in seinem Ordner sind älter (Sicherungen und ersetzte Läden). Wird eine wiederhergestellt, werden die Personen dort sofort gelöscht; Kopien an anderen Orten löschen Sie selbst.
    }
erased-kept =
    { $count ->
        [one] 1 Rechnung bleibt für die Jahre, die Sie festgelegt haben, und wird danach von selbst gelöscht.
       *[other] { $count } Rechnungen bleiben für die Jahre, die Sie festgelegt haben, und werden danach von selbst gelöscht.
    }
erase-order-in-work = { $number } ist noch in Arbeit. Versenden und zustellen oder stornieren Sie die Bestellung, dann löschen Sie.
erase-order-labelled = Ein Paket von { $number } hat ein Etikett und ist noch da. Übergeben Sie es oder ziehen Sie das Etikett zurück, dann löschen Sie.
erase-page-shared = { $number } eines anderen Käufers steht auf derselben Seite und ist noch in Arbeit. Schließen Sie sie zuerst ab, dann löschen Sie.
privacy-years = Rechnungen können 0 bis { $most } Jahre aufbewahrt werden.
