//! What must always hold between the rows, as statements that find the rows where it does not.
//! `MODEL.md`, "Invariants"; the number of each is the first word of its name. They read the rows
//! alone and know nothing of the flows that wrote them.
//!
//! Not here, because nothing of them is stored yet: 1 (postings), 7 (no provider is called).

use super::{statements, takes};
use crate::{Db, Result};

/// Sums over the lines of an order. Only goods and kits by the shop are shipped.
macro_rules! with_lines {
    ($rest:literal) => {
        concat!(
            "WITH l AS (SELECT order_id, COUNT(*) AS n, SUM(total) AS total, SUM(ordered - cancelled) AS units, \
             SUM(CASE WHEN ordered > cancelled THEN 1 ELSE 0 END) AS alive, \
             SUM(CASE WHEN by_shop = 1 AND kind IN ('goods', 'kit') THEN ordered - cancelled ELSE 0 END) AS wanted, \
             SUM(CASE WHEN by_shop = 1 AND kind IN ('goods', 'kit') THEN shipped ELSE 0 END) AS shipped, \
             SUM(CASE WHEN by_shop = 1 AND kind IN ('goods', 'kit') THEN delivered ELSE 0 END) AS delivered, \
             SUM(CASE WHEN by_shop = 1 AND kind IN ('goods', 'kit') THEN written_off ELSE 0 END) AS lost, \
             SUM(CASE WHEN by_shop = 1 AND kind IN ('goods', 'kit') THEN picked ELSE 0 END) AS picked, \
             SUM(CASE WHEN by_shop = 1 AND kind IN ('goods', 'kit') THEN backordered ELSE 0 END) AS short \
             FROM order_line GROUP BY order_id) ",
            $rest
        )
    };
}

/// Sums over the payments of an order; what was paid is what was captured.
macro_rules! with_money {
    ($rest:literal) => {
        concat!(
            "WITH l AS (SELECT order_id, SUM(total) AS n FROM order_line GROUP BY order_id), \
             c AS (SELECT order_id, SUM(amount) AS n FROM charge GROUP BY order_id), \
             k AS (SELECT order_id, SUM(amount) AS n, SUM(CASE WHEN reason <> 'source' THEN 1 ELSE 0 END) AS ours \
               FROM credit GROUP BY order_id), \
             p AS (SELECT order_id, \
               SUM(CASE WHEN direction = 'in' AND state = 'captured' THEN amount END) AS paid, \
               SUM(CASE WHEN direction = 'out' AND state = 'captured' THEN amount END) AS back, \
               SUM(CASE WHEN direction = 'in' AND state = 'captured' THEN 1 ELSE 0 END) AS ins, \
               SUM(CASE WHEN direction = 'out' AND state = 'captured' THEN 1 ELSE 0 END) AS outs, \
               SUM(CASE WHEN direction = 'out' AND state = 'captured' AND origin <> 'source' THEN 1 ELSE 0 END) AS ours, \
               SUM(CASE WHEN direction = 'in' AND state = 'authorized' THEN 1 ELSE 0 END) AS allowed, \
               SUM(CASE WHEN direction = 'in' AND state = 'pending' THEN 1 ELSE 0 END) AS pending, \
               SUM(CASE WHEN direction = 'in' AND state = 'voided' THEN 1 ELSE 0 END) AS voided, \
               SUM(CASE WHEN state = 'captured' AND amount IS NULL THEN 1 ELSE 0 END) AS dark \
               FROM payment GROUP BY order_id), \
             m AS (SELECT o.id, o.history, o.amounts_known, o.total, o.paid, o.refunded, o.balance, o.payment, \
               COALESCE(l.n, 0) + COALESCE(c.n, 0) AS owed, COALESCE(k.n, 0) AS credited, \
               COALESCE(k.ours, 0) AS credited_here, COALESCE(p.ours, 0) AS refunded_here, \
               COALESCE(p.paid, 0) AS came, COALESCE(p.back, 0) AS went, COALESCE(p.dark, 0) AS dark, \
               COALESCE(p.ins, 0) AS ins, COALESCE(p.outs, 0) AS outs, COALESCE(p.allowed, 0) AS allowed, \
               COALESCE(p.pending, 0) AS pending, COALESCE(p.voided, 0) AS voided, \
               CASE WHEN COALESCE(p.dark, 0) > 0 AND COALESCE(p.pending, 0) = 0 THEN 0 ELSE COALESCE(l.n, 0) + COALESCE(c.n, 0) - COALESCE(k.n, 0) \
                 - COALESCE(p.paid, 0) + COALESCE(p.back, 0) END AS due \
               FROM orders AS o LEFT JOIN l ON l.order_id = o.id LEFT JOIN c ON c.order_id = o.id \
               LEFT JOIN k ON k.order_id = o.id LEFT JOIN p ON p.order_id = o.id) ",
            $rest
        )
    };
}

// What a source says went back is its own; it can be more than came, or before anything did. Only what is
// given back here is bound by what there is.
// Each answers with the thing, what is stored, and what the rows say.
statements! {
    M02_REFUNDED_WITHIN_CAPTURED = with_money!("SELECT id, CAST(went AS TEXT) AS stored, CAST(came AS TEXT) AS says \
        FROM m WHERE history = 0 AND dark = 0 AND refunded_here > 0 AND went > came LIMIT 20");
    M02_CREDITED_WITHIN_CHARGED = with_money!("SELECT id, CAST(credited AS TEXT) AS stored, CAST(owed AS TEXT) AS says \
        FROM m WHERE history = 0 AND credited_here > 0 AND credited > owed AND credited > 0 LIMIT 20");
    M03_ON_HAND = "SELECT s.variant_id AS id, CAST(s.on_hand AS TEXT) AS stored, CAST(COALESCE(m.n, 0) AS TEXT) AS says \
        FROM stock AS s LEFT JOIN (SELECT variant_id, location_id, SUM(quantity) AS n FROM movement \
        GROUP BY variant_id, location_id) AS m ON m.variant_id = s.variant_id AND m.location_id = s.location_id \
        WHERE s.on_hand <> COALESCE(m.n, 0) LIMIT 20";
    M03_MOVED_WHERE_NO_STOCK_IS = "SELECT m.variant_id AS id, 'no row' AS stored, CAST(COUNT(*) AS TEXT) AS says \
        FROM movement AS m LEFT JOIN stock AS s ON s.variant_id = m.variant_id AND s.location_id = m.location_id \
        WHERE s.variant_id IS NULL GROUP BY m.variant_id LIMIT 20";
    M03_RESERVED = "SELECT s.variant_id AS id, CAST(s.reserved AS TEXT) AS stored, CAST(COALESCE(r.n, 0) AS TEXT) AS says \
        FROM stock AS s LEFT JOIN (SELECT variant_id, location_id, SUM(quantity) AS n FROM reservation \
        WHERE state = 'active' GROUP BY variant_id, location_id) AS r \
        ON r.variant_id = s.variant_id AND r.location_id = s.location_id WHERE s.reserved <> COALESCE(r.n, 0) LIMIT 20";
    M03_RESERVED_WHERE_NO_STOCK_IS = "SELECT r.variant_id AS id, 'no row' AS stored, CAST(COUNT(*) AS TEXT) AS says \
        FROM reservation AS r LEFT JOIN stock AS s ON s.variant_id = r.variant_id AND s.location_id = r.location_id \
        WHERE r.state = 'active' AND s.variant_id IS NULL GROUP BY r.variant_id LIMIT 20";
    M03_RESERVED_OF_LINES = concat!("SELECT t.line_id AS id, CAST(l.reserved * t.quantity AS TEXT) AS stored, \
        CAST(COALESCE(r.n, 0) AS TEXT) AS says FROM ", takes!(), " AS t JOIN order_line AS l ON l.id = t.line_id \
        LEFT JOIN (SELECT line_id, variant_id, SUM(quantity) AS n FROM reservation WHERE state = 'active' \
        GROUP BY line_id, variant_id) AS r ON r.line_id = t.line_id AND r.variant_id = t.variant_id \
        WHERE l.reserved * t.quantity <> COALESCE(r.n, 0) LIMIT 20");
    M03_RESERVATION_OF_ITS_LINE = concat!("SELECT r.id, CAST(r.variant_id AS TEXT) AS stored, \
        CAST(t.variant_id AS TEXT) AS says FROM reservation AS r LEFT JOIN ", takes!(), " AS t \
        ON t.line_id = r.line_id AND t.variant_id = r.variant_id \
        WHERE r.state = 'active' AND (t.line_id IS NULL OR r.order_id <> t.order_id OR r.quantity < 1) LIMIT 20");
    M03_WHOLE_KITS_AT_ONE_PLACE = "SELECT x.line_id AS id, CAST(MIN(x.n / x.per) AS TEXT) AS stored, \
        CAST(MAX(x.n / x.per) AS TEXT) AS says FROM (SELECT r.line_id, r.location_id, p.part_id, p.quantity AS per, \
          CAST(SUM(r.quantity) AS BIGINT) AS n FROM reservation AS r \
          JOIN line_part AS p ON p.line_id = r.line_id AND p.part_id = r.variant_id \
          WHERE r.state = 'active' GROUP BY r.line_id, r.location_id, p.part_id, p.quantity) AS x \
        GROUP BY x.line_id, x.location_id HAVING MIN(x.n / x.per) <> MAX(x.n / x.per) OR MAX(x.n % x.per) > 0 \
          OR COUNT(*) <> (SELECT COUNT(*) FROM line_part AS a WHERE a.line_id = x.line_id) LIMIT 20";
    KIT_LINES_HAVE_PARTS = "SELECT l.id, l.kind AS stored, CAST(COALESCE(p.n, 0) AS TEXT) AS says FROM order_line AS l \
        LEFT JOIN (SELECT line_id, COUNT(*) AS n, SUM(share) AS whole, MIN(quantity) AS few FROM line_part \
        GROUP BY line_id) AS p ON p.line_id = l.id \
        WHERE (l.kind = 'kit') <> (p.n IS NOT NULL) OR p.whole <> 1000000 OR p.few < 1 LIMIT 20";
    KITS_HAVE_RECIPES = "SELECT v.id, v.kind AS stored, CAST(v.counted AS TEXT) AS says FROM variant AS v \
        WHERE (v.kind = 'kit') <> EXISTS (SELECT 1 FROM kit_part AS p WHERE p.kit_id = v.id) \
        OR (v.kind = 'kit' AND v.counted <> 0) \
        OR EXISTS (SELECT 1 FROM kit_part AS p WHERE p.kit_id = v.id AND (p.part_id = v.id OR p.quantity < 1)) LIMIT 20";
    M03_ENDED_RESERVATIONS = "SELECT id, state AS stored, CAST(ended_at AS TEXT) AS says FROM reservation \
        WHERE (state = 'active') <> (ended_at IS NULL) LIMIT 20";
    M03_EXPIRED_IS_OPEN_AND_UNPAID = "SELECT id, CAST(expired_at AS TEXT) AS stored, life || ' ' || payment AS says \
        FROM orders WHERE expired_at IS NOT NULL AND (life <> 'open' OR history = 1 OR balance <= 0) LIMIT 20";
    M03_WAITING_HOLDS_NOTHING = "SELECT o.id, CAST(o.reserve_from AS TEXT) AS stored, \
        CAST(l.reserved AS TEXT) || ' reserved ' || CAST(l.backordered AS TEXT) || ' short' AS says \
        FROM orders AS o JOIN order_line AS l ON l.order_id = o.id \
        WHERE o.reserve_from IS NOT NULL AND (o.history = 1 OR l.backordered > 0 OR l.reserved > 0) LIMIT 20";
    M03_FETCHED = concat!("SELECT x.id, CAST(x.n AS TEXT) AS stored, CAST(COALESCE(l.n, 0) AS TEXT) AS says \
        FROM (SELECT variant_id AS id, SUM(picked) AS n FROM stock GROUP BY variant_id) AS x \
        LEFT JOIN (SELECT f.variant_id, SUM(f.n) AS n FROM ( \
          SELECT t.variant_id, (l.picked - l.shipped) * t.quantity AS n FROM order_line AS l \
            JOIN ", takes!(), " AS t ON t.line_id = l.id WHERE l.picked > l.shipped \
          UNION ALL SELECT variant_id, quantity FROM put_back WHERE done_at IS NULL AND variant_id IS NOT NULL) AS f \
          GROUP BY f.variant_id) AS l ON l.variant_id = x.id WHERE x.n <> COALESCE(l.n, 0) LIMIT 20");
    M04_ONE_LIVE_LABEL = "SELECT p.id, p.state AS stored, CAST(COALESCE(x.n, 0) AS TEXT) AS says FROM parcel AS p \
        JOIN shipment AS s ON s.id = p.shipment_id LEFT JOIN (SELECT parcel_id, COUNT(*) AS n FROM label \
        WHERE state = 'live' GROUP BY parcel_id) AS x ON x.parcel_id = p.id \
        WHERE s.elsewhere = 0 AND p.state NOT IN ('ready_for_pickup', 'collected') \
        AND COALESCE(x.n, 0) <> CASE WHEN p.state IN ('open', 'cancelled') THEN 0 ELSE 1 END LIMIT 20";
    M04_A_LABEL_HAS_ITS_BYTES = "SELECT l.id, CAST(l.page AS TEXT) AS stored, CAST(d.pages AS TEXT) AS says \
        FROM label AS l LEFT JOIN document AS d ON d.id = l.document_id \
        WHERE l.state = 'live' AND (d.id IS NULL OR LENGTH(d.bytes) = 0 OR l.page IS NULL OR l.page < 1 \
          OR l.page > d.pages) LIMIT 20";
    M04_A_LABEL_SAYS_ITS_PARCELS_NUMBER = "SELECT l.id, l.tracking AS stored, p.tracking AS says FROM label AS l \
        JOIN parcel AS p ON p.id = l.parcel_id WHERE l.state = 'live' AND l.tracking <> p.tracking LIMIT 20";
    M04_A_NUMBER_IS_GIVEN_ONCE = "SELECT MIN(p.id) AS id, p.tracking AS stored, CAST(COUNT(*) AS TEXT) AS says \
        FROM parcel AS p JOIN shipment AS s ON s.id = p.shipment_id WHERE s.elsewhere = 0 AND p.tracking <> '' \
        AND p.state <> 'cancelled' GROUP BY p.tracking HAVING COUNT(*) > 1 LIMIT 20";
    M05_HOLDS = "SELECT o.id, CAST(o.holds AS TEXT) AS stored, CAST(COALESCE(h.n, 0) AS TEXT) AS says FROM orders AS o \
        LEFT JOIN (SELECT order_id, COUNT(*) AS n FROM hold WHERE released_at IS NULL GROUP BY order_id) AS h \
        ON h.order_id = o.id WHERE o.holds <> COALESCE(h.n, 0) LIMIT 20";
    M05_NEEDS = "SELECT o.id, CAST(o.needs AS TEXT) AS stored, CAST(COALESCE(n.n, 0) AS TEXT) AS says FROM orders AS o \
        LEFT JOIN (SELECT order_id, COUNT(*) AS n FROM need WHERE closed_at IS NULL GROUP BY order_id) AS n \
        ON n.order_id = o.id WHERE o.needs <> COALESCE(n.n, 0) LIMIT 20";
    M05_UNITS = with_lines!("SELECT o.id, CAST(o.units AS TEXT) || ' ' || CAST(o.units_left AS TEXT) || ' ' || \
        CAST(o.short AS TEXT) AS stored, CAST(COALESCE(l.units, 0) AS TEXT) || ' ' || \
        CAST(COALESCE(l.wanted - l.shipped, 0) AS TEXT) || ' ' || CAST(COALESCE(l.short, 0) AS TEXT) AS says \
        FROM orders AS o LEFT JOIN l ON l.order_id = o.id WHERE o.units <> COALESCE(l.units, 0) \
        OR o.units_left <> COALESCE(l.wanted - l.shipped, 0) OR o.short <> COALESCE(l.short, 0) LIMIT 20");
    M05_FULFILMENT = with_lines!("SELECT x.id, x.fulfilment AS stored, x.word AS says FROM (SELECT o.id, o.fulfilment, \
        CASE WHEN COALESCE(l.n, 0) = 0 AND o.history = 1 THEN CASE WHEN o.life = 'cancelled' THEN 'cancelled' \
          WHEN o.counter_sale = 1 THEN 'not_required' ELSE 'delivered' END \
        WHEN COALESCE(l.n, 0) = 0 THEN 'unfulfilled' WHEN l.alive = 0 THEN 'cancelled' \
        WHEN l.wanted = 0 THEN 'not_required' WHEN l.wanted - l.lost = 0 AND l.lost > 0 THEN 'undelivered' \
        WHEN l.delivered >= l.wanted - l.lost THEN 'delivered' WHEN l.delivered > 0 THEN 'partially_delivered' \
        WHEN l.shipped - l.lost >= l.wanted - l.lost THEN 'shipped' WHEN l.shipped - l.lost > 0 THEN 'partially_shipped' \
        WHEN l.picked > 0 THEN 'in_progress' \
        WHEN NOT EXISTS (SELECT 1 FROM order_line AS s WHERE s.order_id = o.id AND s.by_shop = 1 AND s.kind IN ('goods', 'kit') \
          AND s.ordered - s.cancelled - s.shipped > 0 AND (s.not_before IS NULL OR s.not_before <= o.booked_at)) \
          THEN 'scheduled' ELSE 'unfulfilled' END AS word \
        FROM orders AS o LEFT JOIN l ON l.order_id = o.id) AS x WHERE x.fulfilment <> x.word LIMIT 20");
    M05_PAYMENT = with_money!("SELECT x.id, x.payment AS stored, x.word AS says FROM (SELECT id, payment, CASE \
        WHEN outs > 0 AND dark = 0 AND went >= came THEN 'refunded' WHEN outs > 0 THEN 'partially_refunded' \
        WHEN ins > 0 AND dark > 0 AND pending > 0 THEN 'partially_paid' \
        WHEN ins > 0 AND (dark > 0 OR due = 0) THEN 'paid' WHEN ins > 0 AND due > 0 THEN 'partially_paid' \
        WHEN ins > 0 THEN 'overpaid' WHEN allowed > 0 THEN 'authorized' WHEN pending > 0 THEN 'pending' \
        WHEN voided > 0 THEN 'voided' WHEN owed = credited THEN 'paid' ELSE 'unpaid' END AS word FROM m) AS x \
        WHERE x.payment <> x.word AND x.payment NOT IN ('disputed', 'unknown') LIMIT 20");
    M05_WORK = "SELECT id, CAST(work AS TEXT) AS stored, life AS says FROM orders \
        WHERE work <> CASE WHEN life = 'open' AND history = 0 THEN 1 ELSE 0 END LIMIT 20";
    M05_READY = "SELECT id, 'ready' AS stored, life || ' ' || CAST(holds AS TEXT) || ' holds ' || \
        CAST(units_left AS TEXT) || ' left ' || CAST(balance AS TEXT) || ' due' AS says FROM orders \
        WHERE ready = 1 AND (reserve_from IS NOT NULL OR life <> 'open' OR history = 1 OR holds > 0 OR units_left = 0 \
          OR (balance > 0 AND payment <> 'authorized')) LIMIT 20";
    M05_VIEWS = "SELECT x.id, CAST(x.views AS TEXT) AS stored, CAST(x.bits AS TEXT) AS says FROM (SELECT id, views, 256 \
        + CASE WHEN ready = 1 THEN 1 ELSE 0 END + CASE WHEN needs > 0 THEN 16 ELSE 0 END \
        + CASE WHEN work = 1 THEN 128 + CASE WHEN holds > 0 THEN 2 ELSE 0 END \
          + CASE WHEN balance > 0 AND payment <> 'authorized' THEN 4 ELSE 0 END \
          + CASE WHEN short > 0 THEN 8 ELSE 0 END + CASE WHEN fulfilment = 'partially_shipped' THEN 32 ELSE 0 END \
          + CASE WHEN fulfilment IN ('shipped', 'partially_delivered') THEN 64 ELSE 0 END ELSE 0 END AS bits \
        FROM orders) AS x WHERE x.views <> x.bits LIMIT 20";
    M05_COUNTS_OF_VIEWS = "SELECT CAST(0 AS BIGINT) AS id, x.name || ' ' || CAST(COALESCE(c.n, 0) AS TEXT) AS stored, \
        CAST(x.n AS TEXT) AS says FROM ( \
        SELECT 'to_ship' AS name, COUNT(*) AS n FROM orders WHERE (views & 1) <> 0 \
        UNION ALL SELECT 'on_hold', COUNT(*) FROM orders WHERE (views & 2) <> 0 \
        UNION ALL SELECT 'awaiting_payment', COUNT(*) FROM orders WHERE (views & 4) <> 0 \
        UNION ALL SELECT 'short', COUNT(*) FROM orders WHERE (views & 8) <> 0 \
        UNION ALL SELECT 'needs_you', COUNT(*) FROM orders WHERE (views & 16) <> 0 \
        UNION ALL SELECT 'partly_shipped', COUNT(*) FROM orders WHERE (views & 32) <> 0 \
        UNION ALL SELECT 'on_the_way', COUNT(*) FROM orders WHERE (views & 64) <> 0 \
        UNION ALL SELECT 'open', COUNT(*) FROM orders WHERE (views & 128) <> 0 \
        UNION ALL SELECT 'all', COUNT(*) FROM orders) AS x LEFT JOIN view_counter AS c ON c.name = x.name \
        WHERE COALESCE(c.n, 0) <> x.n";
    M05_LINE_QUANTITIES = "SELECT id, CAST(ordered AS TEXT) || '-' || CAST(cancelled AS TEXT) || ' reserved ' || \
        CAST(reserved AS TEXT) || '+' || CAST(backordered AS TEXT) AS stored, 'picked ' || CAST(picked AS TEXT) || \
        ' packed ' || CAST(packed AS TEXT) || ' shipped ' || CAST(shipped AS TEXT) || ' delivered ' || \
        CAST(delivered AS TEXT) || '+' || CAST(written_off AS TEXT) AS says FROM order_line \
        WHERE by_shop = 1 AND kind IN ('goods', 'kit') AND (shipped > packed OR packed > picked OR picked > ordered - cancelled \
          OR delivered + written_off > shipped OR picked - shipped > reserved \
          OR reserved + backordered > ordered - cancelled - shipped OR return_requested + returned > shipped - written_off \
          OR ordered < 0 OR cancelled < 0 OR reserved < 0 OR backordered < 0 OR picked < 0 OR shipped < 0 \
          OR delivered < 0 OR return_requested < 0 OR returned < 0 OR written_off < 0) LIMIT 20";
    M06_A_CAUSE = "SELECT x.id, CAST(x.cause AS TEXT) AS stored, 'no event' AS says FROM outbox AS x \
        WHERE NOT EXISTS (SELECT 1 FROM event AS e WHERE e.seq = x.cause AND e.order_id = x.order_id \
          AND (x.parcel_id IS NULL OR e.thing_id = x.parcel_id)) LIMIT 20";
    M06_ONE_SUCCESS = "SELECT MIN(id) AS id, kind AS stored, CAST(COUNT(*) AS TEXT) AS says FROM outbox \
        WHERE parcel_id IS NOT NULL GROUP BY kind, parcel_id, order_id HAVING COUNT(*) > 1 LIMIT 20";
    M08_ONE_SHIPMENT = "SELECT x.id, CAST(x.n AS TEXT) AS stored, CAST(l.ordered - l.cancelled AS TEXT) AS says \
        FROM (SELECT s.line_id AS id, SUM(s.quantity) AS n FROM shipment_line AS s \
          JOIN shipment AS h ON h.id = s.shipment_id WHERE h.state <> 'cancelled' GROUP BY s.line_id) AS x \
        JOIN order_line AS l ON l.id = x.id WHERE x.n > l.ordered - l.cancelled LIMIT 20";
    M08_ONE_PARCEL = "SELECT x.id, CAST(x.n AS TEXT) AS stored, CAST(s.quantity AS TEXT) AS says \
        FROM (SELECT p.shipment_id, c.line_id AS id, SUM(c.quantity) AS n FROM parcel_line AS c \
          JOIN parcel AS p ON p.id = c.parcel_id WHERE p.state <> 'cancelled' AND p.direction = 'out' \
          GROUP BY p.shipment_id, c.line_id) AS x \
        LEFT JOIN shipment_line AS s ON s.shipment_id = x.shipment_id AND s.line_id = x.id \
        WHERE x.n > COALESCE(s.quantity, 0) LIMIT 20";
    M09_A_MOVEMENT_FOR_WHAT_LEFT = concat!("SELECT x.id, x.state AS stored, CAST(x.n AS TEXT) || ' units in ' || \
        CAST(x.outs AS TEXT) || ' out, ' || CAST(x.backs AS TEXT) || ' back' AS says FROM ( \
        SELECT p.id, p.state, c.quantity * t.quantity AS quantity, COALESCE(m.n, 0) AS n, COALESCE(m.outs, 0) AS outs, \
          COALESCE(m.backs, 0) AS backs, \
          CASE WHEN p.state IN ('open', 'labelled', 'cancelled', 'ready_for_pickup') THEN 0 ELSE 1 END AS gone \
        FROM parcel AS p JOIN shipment AS s ON s.id = p.shipment_id AND s.elsewhere = 0 \
        JOIN parcel_line AS c ON c.parcel_id = p.id JOIN ", takes!(), " AS t ON t.line_id = c.line_id \
        LEFT JOIN (SELECT parcel_id, line_id, variant_id, SUM(quantity) AS n, \
          SUM(CASE WHEN kind = 'handed_over' THEN 1 ELSE 0 END) AS outs, \
          SUM(CASE WHEN kind = 'taken_back' THEN 1 ELSE 0 END) AS backs \
          FROM movement WHERE parcel_id IS NOT NULL GROUP BY parcel_id, line_id, variant_id) AS m \
        ON m.parcel_id = p.id AND m.line_id = c.line_id AND m.variant_id = t.variant_id) AS x \
        WHERE x.n <> -x.gone * x.quantity OR x.outs - x.backs <> x.gone LIMIT 20");
    M09_IT_LEFT_FROM_ITS_PLACE = "SELECT m.id, CAST(m.location_id AS TEXT) AS stored, CAST(s.location_id AS TEXT) AS says \
        FROM movement AS m JOIN parcel AS p ON p.id = m.parcel_id JOIN shipment AS s ON s.id = p.shipment_id \
        WHERE m.kind IN ('handed_over', 'taken_back') AND s.location_id IS NOT NULL \
        AND m.location_id <> s.location_id LIMIT 20";
    M09_A_PARCEL_FOR_EVERY_MOVEMENT = "SELECT m.id, m.kind AS stored, 'no such parcel line' AS says FROM movement AS m \
        WHERE m.kind IN ('handed_over', 'taken_back') AND NOT EXISTS (SELECT 1 FROM parcel_line AS c \
          WHERE c.parcel_id = m.parcel_id AND c.line_id = m.line_id) LIMIT 20";
    M09_SHIPPED_UNITS = "SELECT l.id, CAST(l.shipped AS TEXT) AS stored, CAST(COALESCE(x.n, 0) AS TEXT) AS says \
        FROM order_line AS l JOIN orders AS o ON o.id = l.order_id AND o.history = 0 AND o.counter_sale = 0 \
        LEFT JOIN (SELECT c.line_id, SUM(c.quantity) AS n FROM parcel_line AS c JOIN parcel AS p ON p.id = c.parcel_id \
          JOIN shipment AS s ON s.id = p.shipment_id AND s.elsewhere = 0 \
          WHERE p.state NOT IN ('open', 'labelled', 'cancelled', 'ready_for_pickup') GROUP BY c.line_id) AS x \
        ON x.line_id = l.id WHERE l.by_shop = 1 AND l.kind IN ('goods', 'kit') AND l.shipped <> COALESCE(x.n, 0) \
        AND NOT EXISTS (SELECT 1 FROM shipment AS e WHERE e.order_id = o.id AND e.elsewhere = 1) LIMIT 20";
    M09_SOLD_FROM_THE_SHELF = concat!("SELECT m.line_id AS id, CAST(m.n AS TEXT) AS stored, \
        CAST(COALESCE(x.units, 0) AS TEXT) AS says FROM (SELECT line_id, variant_id, SUM(quantity) AS n FROM movement \
        WHERE kind IN ('sold', 'unsold') AND line_id IS NOT NULL GROUP BY line_id, variant_id) AS m \
        LEFT JOIN (SELECT t.line_id, t.variant_id, SUM(e.n * t.quantity) AS units FROM ( \
          SELECT c.line_id, c.quantity AS n FROM shipment_line AS c JOIN shipment AS s ON s.id = c.shipment_id \
            WHERE s.elsewhere = 1 AND s.from_shelf = 1 \
          UNION ALL SELECT l.id, l.ordered - l.cancelled FROM shipment AS s JOIN order_line AS l ON l.order_id = s.order_id \
            WHERE s.elsewhere = 1 AND s.from_shelf = 1 AND NOT EXISTS (SELECT 1 FROM shipment_line AS c \
              WHERE c.shipment_id = s.id)) AS e JOIN ", takes!(), " AS t ON t.line_id = e.line_id \
          GROUP BY t.line_id, t.variant_id) AS x ON x.line_id = m.line_id AND x.variant_id = m.variant_id \
        WHERE m.n > 0 OR -m.n > COALESCE(x.units, 0) LIMIT 20");
    M09_ASKED_OF_ITS_CHANNEL = "SELECT s.id, CAST(s.elsewhere AS TEXT) AS stored, CAST(s.from_shelf AS TEXT) AS says \
        FROM shipment AS s LEFT JOIN orders AS o ON o.id = s.order_id WHERE s.from_shelf IS NULL AND (s.elsewhere = 0 \
          OR NOT EXISTS (SELECT 1 FROM need AS n WHERE n.kind = 'shelf_unknown' AND n.thing_id = o.channel_id \
            AND n.closed_at IS NULL)) LIMIT 20";
    M10_BALANCE = with_money!("SELECT id, CAST(total AS TEXT) || ' ' || CAST(paid AS TEXT) || ' ' || \
        CAST(refunded AS TEXT) || ' ' || CAST(balance AS TEXT) AS stored, CAST(owed AS TEXT) || ' ' || \
        CAST(came AS TEXT) || ' ' || CAST(went AS TEXT) || ' ' || CAST(due AS TEXT) AS says FROM m \
        WHERE total <> owed OR paid <> came OR refunded <> went \
        OR balance <> CASE WHEN amounts_known = 1 THEN due ELSE 0 END LIMIT 20");
    M11_HISTORY_TOUCHES_NOTHING = "SELECT o.id, 'history' AS stored, 'outbox' AS says FROM orders AS o \
        JOIN outbox AS x ON x.order_id = o.id WHERE o.history = 1 \
        UNION ALL SELECT o.id, 'history', 'movement' FROM orders AS o JOIN movement AS m ON m.order_id = o.id \
          WHERE o.history = 1 AND (o.counter_sale = 0 OR m.kind NOT IN ('sold', 'unsold')) \
        UNION ALL SELECT o.id, 'history', 'reservation' FROM orders AS o JOIN reservation AS r ON r.order_id = o.id \
          WHERE o.history = 1 \
        UNION ALL SELECT o.id, 'history', 'hold' FROM orders AS o JOIN hold AS h ON h.order_id = o.id \
          WHERE o.history = 1";
    M12_NO_LIVE_LABEL_ON_WHAT_WAS_CANCELLED = "SELECT l.id, s.state AS stored, 'live' AS says FROM label AS l \
        JOIN parcel AS p ON p.id = l.parcel_id AND p.state = 'labelled' JOIN shipment AS s ON s.id = p.shipment_id \
        WHERE l.state = 'live' AND (s.state = 'cancelled' OR EXISTS (SELECT 1 FROM shipment_line AS c \
          JOIN orders AS o ON o.id = c.order_id WHERE c.shipment_id = s.id AND c.quantity > 0 AND o.life = 'cancelled')) \
        AND NOT EXISTS (SELECT 1 FROM shipment_line AS c JOIN need AS n ON n.order_id = c.order_id \
          AND n.closed_at IS NULL WHERE c.shipment_id = s.id) LIMIT 20";
    JOURNAL_HAS_NO_GAP = "SELECT x.id, CAST(x.n AS TEXT) AS stored, CAST(c.next - 1 AS TEXT) AS says \
        FROM (SELECT COALESCE(MAX(seq), 0) AS id, COUNT(*) AS n FROM event) AS x \
        JOIN counter AS c ON c.name = 'journal' WHERE x.id <> x.n OR x.id <> c.next - 1";
    IDS_ARE_BELOW_THE_COUNTER = "SELECT x.id, 'id' AS stored, CAST(c.next AS TEXT) AS says FROM ( \
        SELECT MAX(id) AS id FROM orders UNION ALL SELECT MAX(id) FROM order_line UNION ALL SELECT MAX(id) FROM parcel \
        UNION ALL SELECT MAX(id) FROM movement UNION ALL SELECT MAX(id) FROM reservation \
        UNION ALL SELECT MAX(id) FROM customer UNION ALL SELECT MAX(id) FROM address \
        UNION ALL SELECT MAX(id) FROM label UNION ALL SELECT MAX(id) FROM document) AS x \
        JOIN counter AS c ON c.name = 'id' WHERE x.id >= c.next";
}

/// What does not hold, one line each, up to 20 of a kind; empty is sound. A line names the rule, the
/// row's id, what is stored and what the rows say: for a log and a test, never with personal data.
///
/// # Errors
/// The engine's.
pub async fn breaches(db: &mut Db) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for (name, sql) in STATEMENTS {
        let rows: Vec<(i64, Option<String>, Option<String>)> =
            sqlx::query_as(*sql).fetch_all(&mut *db).await?;
        let told = |text: Option<String>| text.unwrap_or_else(|| "nothing".to_owned());
        found.extend(rows.into_iter().map(|(id, stored, says)| {
            format!(
                "{name}: {id}: {} is stored, the rows say {}",
                told(stored),
                told(says)
            )
        }));
    }
    Ok(found)
}
