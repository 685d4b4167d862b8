# Der Laden selbst: erster Start, Einstellungen, der Tag auf einen Blick.

## Der Tag
day-empty = Noch sind keine Bestellungen da.
day-empty-next = Lesen Sie eine Bestelldatei Ihres Shops ein, oder sehen Sie sich im Musterladen um.
day-late =
    { $count ->
        [one] 1 Bestellung ist überfällig. Verschicken Sie sie zuerst.
       *[other] { $count } Bestellungen sind überfällig. Verschicken Sie sie zuerst.
    }
day-due =
    { $count ->
        [one] 1 Bestellung muss heute hinaus.
       *[other] { $count } Bestellungen müssen heute hinaus.
    }
day-waiting =
    { $parcels ->
        [one] 1 Paket hat ein Etikett und wartet auf die Übergabe.
       *[other] { $parcels } Pakete haben ein Etikett und warten auf die Übergabe.
    }
day-ready =
    { $count ->
        [one] 1 Bestellung ist versandbereit. Sie muss heute noch nicht hinaus.
       *[other] { $count } Bestellungen sind versandbereit. Keine muss heute hinaus.
    }
day-needs =
    { $count ->
        [one] Nichts muss hinaus. 1 Sache braucht Sie.
       *[other] Nichts muss hinaus. { $count } Sachen brauchen Sie.
    }
day-short =
    { $count ->
        [one] Nichts kann hinaus. 1 Bestellung wartet auf Ware.
       *[other] Nichts kann hinaus. { $count } Bestellungen warten auf Ware.
    }
day-held =
    { $count ->
        [one] Nichts kann hinaus. 1 Bestellung ist angehalten.
       *[other] Nichts kann hinaus. { $count } Bestellungen sind angehalten.
    }
day-clear = Nichts wartet auf Sie.
day-also-due =
    { $count ->
        [one] 1 weitere muss heute hinaus.
       *[other] { $count } weitere müssen heute hinaus.
    }
day-also-waiting =
    { $parcels ->
        [one] 1 Paket hat ein Etikett und wartet auf die Übergabe.
       *[other] { $parcels } Pakete haben ein Etikett und warten auf die Übergabe.
    }
day-also-ready =
    { $count ->
        [one] 1 weitere Bestellung ist versandbereit.
       *[other] { $count } weitere Bestellungen sind versandbereit.
    }
day-also-unpaid =
    { $count ->
        [one] 1 Bestellung wartet auf ihre Zahlung.
       *[other] { $count } Bestellungen warten auf ihre Zahlung.
    }
tile-detail-due =
    { $count ->
        [one] 1 heute fällig
       *[other] { $count } heute fällig
    }
tile-detail-oldest =
    { $days ->
        [0] älteste { $number }
        [one] älteste { $number }, 1 Tag
       *[other] älteste { $number }, { $days } Tage
    }
need-unreadable = Etwas braucht Sie, aber seine Notiz ist nicht lesbar: { $text }

## Der erste Start
shop-made-already = Diesen Laden gibt es schon. Namen und alles andere ändern Sie in den Einstellungen.
shop-by-hand = Von Hand
shop-own-post = Eigene Post
shop-first-service = Eigene Post
shop-zone-inland = Inland
shop-zone-world = Übrige Welt

## Einstellungen
settings-name-missing = Geben Sie dem Laden einen Namen mit höchstens 100 Buchstaben.
settings-user-missing = Schreiben Sie, wer hier arbeitet, mit höchstens 100 Buchstaben.
settings-country-unknown = Wählen Sie das Land aus der Liste.
settings-currency-missing = Wählen Sie die Währung, in der der Laden verkauft.
settings-reserve-days = Ware lässt sich 0 bis { $most } Tage vor dem Versandtermin reservieren.
settings-unpaid-days = Ware lässt sich 0 bis { $most } Tage zurücklegen. 0 behält sie ohne Ende.
settings-currency-fixed = Die Währung bleibt, weil schon Bestellungen da sind. Eine andere Währung braucht einen eigenen Laden.
settings-language-unknown = Wählen Sie Englisch oder Deutsch.
settings-zone-unknown = Diese Zeitzone ist nicht bekannt. Wählen Sie eine aus der Liste, etwa Europe/Berlin.
settings-holiday-unknown = „{ $day }“ ist kein Tag. Schreiben Sie ihn als Jahr-Monat-Tag, etwa 2026-12-24.
settings-slip-note-long = Die Notiz auf Lieferscheinen ist zu lang für das Papier. Bleiben Sie unter 500 Buchstaben.
settings-logo-large = Das Logo ist größer als 200 kB. Speichern Sie es kleiner und wählen Sie es noch einmal.
settings-logo-not-png = Das Logo ist kein lesbares PNG-Bild. Speichern Sie es als PNG und wählen Sie es noch einmal.
settings-label-dpi = Etikettendrucker drucken 203 oder 300 Punkte je Zoll. Wählen Sie eines von beiden.
settings-paper = Wählen Sie A4 oder Letter.
settings-printer = Die Adresse eines Druckers sieht aus wie ipp://drucker.local/ipp/print, und er druckt 1 bis 9 Exemplare.
settings-returns-part = Die Rücksendeadresse ist nicht vollständig, so fände kein Paket zurück. Ergänzen Sie sie, oder lassen Sie Pakete an Ihre eigene Adresse zurückkommen.
settings-backup-folder = Diesen Ordner gibt es nicht. Wählen Sie einen vorhandenen, oder stecken Sie seine Platte an.

## Dienste
service-currency = Preise der eigenen Post stehen in der Währung des Ladens, { $currency }.
service-name-taken = Es gibt schon einen Dienst „{ $name }“. Geben Sie diesem einen anderen Namen.
service-pool-untracked = Nur ein Dienst mit Sendungsnummer nimmt Nummern. Schalten Sie sie ein, oder lassen Sie die Nummern weg.
pool-not-stopped = Die Nummern dieser Versandart gehen schon weiter.
pool-number-foreign = { $number } ist keine Nummer dieser Versandart, oder ihre Prüfziffer stimmt nicht. Tippen Sie sie, wie sie auf dem Etikett steht, etwa RR 123 456 785 DE.
service-pool-overlaps = Einige dieser Nummern stehen schon im Vorrat { $pool }. Keine Nummer wird zweimal vergeben.

## Kanäle
channel-by-hand-stays = Bestellungen von Hand sind immer möglich. Dieser Kanal bleibt in Gebrauch.
channel-start-range = Dieser Tag lässt sich nicht festhalten. Wählen Sie einen aus diesem Jahrhundert.
channel-name-missing = Geben Sie dem Kanal einen Namen mit höchstens 100 Buchstaben.
channel-name-taken = { $name } heißt schon ein anderer Kanal. Wählen Sie einen Namen, der beide unterscheidet.

## Sicherungen
backup-of-server = Dieser Laden liegt auf einem PostgreSQL-Server. Richten Sie dort dessen eigene Sicherungen ein.
backup-failed = Die heutige Sicherung ist misslungen: { $why }. Schaffen Sie Platz auf der Platte und sichern Sie in den Einstellungen.
backup-second-failed = Die heutige Sicherung ließ sich nicht nach { $folder } kopieren. Stecken Sie die Platte an, oder wählen Sie in den Einstellungen einen anderen Ordner.

## Drucker
printer-state-idle = Bereit
printer-state-busy = Druckt
printer-state-stopped = Angehalten
printer-state-closed = Nimmt keine Aufträge an
printer-state-unknown = Sagt nicht, wie es ihm geht

## A backup that takes the shop's place
backup-not-there = Die Datei { $path } gibt es nicht. Die neueste Sicherung dieses Ladens ist { $newest }.
backup-not-there-none = Die Datei { $path } gibt es nicht, und dieser Laden hat noch keine eigene Sicherung. Sehen Sie auf der Platte oder dem Stick nach, auf den Sie eine kopiert haben.
backup-damaged = { $path } ist beschädigt: Sie ist nicht Byte für Byte, was geschrieben wurde. Nichts wurde ersetzt. Nehmen Sie stattdessen { $other }; die ist ganz.
backup-damaged-none = { $path } ist beschädigt: Sie ist nicht Byte für Byte, was geschrieben wurde. Nichts wurde ersetzt. Keine andere Sicherung im Ordner des Ladens ist ganz; suchen Sie eine in Ihrem zweiten Ordner.
backup-restore-busy = Gerade läuft etwas Langes, ein Import oder ein Druck. Warten Sie, bis es fertig ist, und stellen Sie dann wieder her. Nichts wurde ersetzt.
backup-restore-looking = Dieses Programm sieht den Laden nur an. Stellen Sie im Fenster unter Einstellungen wieder her, oder mit backroom-cli restore, wenn das Fenster zu ist.
health-backup-damaged = Die Daten des Ladens sind in Ordnung, aber die neueste Sicherung { $name } ist beschädigt. Machen Sie jetzt eine neue und sehen Sie nach der Platte.
event-backup-restored = Eine Sicherung trat an die Stelle des Ladens
