//! Counts by plain SQL what was promised and what lies on the shelf.

use crate::Round;
use crate::caller::Tally;
use api::Host;

/// Things of which more is promised than lies on the shelf: by the ledger's rows and the reservations'
/// rows, not by any sum that is kept.
const OVERSOLD: &str = "SELECT COUNT(*) FROM (SELECT r.variant_id, SUM(r.quantity) AS promised, \
    (SELECT SUM(m.quantity) FROM movement AS m WHERE m.variant_id = r.variant_id) AS on_hand \
    FROM reservation AS r JOIN variant AS v ON v.id = r.variant_id AND v.counted = 1 \
    WHERE r.state = 'active' GROUP BY r.variant_id) AS x WHERE x.promised > x.on_hand";
/// Units that lie on the shelf, promised to nobody although somebody waits for them.
const WASTED: &str = "SELECT COUNT(*) FROM stock AS s WHERE s.on_hand > s.reserved AND EXISTS \
    (SELECT 1 FROM order_line AS l WHERE l.variant_id = s.variant_id AND l.backordered > 0)";
const PROMISED: &str = "SELECT CAST(SUM(r.quantity) AS BIGINT) FROM reservation AS r \
    JOIN variant AS v ON v.id = r.variant_id AND v.counted = 1 WHERE r.state = 'active'";
const WAITING: &str = "SELECT CAST(SUM(backordered) AS BIGINT) FROM order_line";

/// Every last unit is promised once, in every round one of the two got all, and every rule holds.
pub(crate) async fn judge(host: &Host, what: &str, rounds: u32, tally: &Tally) -> bool {
    let store = &host.desk().store;
    let oversold = testkit::number(store, OVERSOLD).await;
    let wasted = testkit::number(store, WASTED).await;
    let promised = testkit::number(store, PROMISED).await;
    let waiting = testkit::number(store, WAITING).await;
    let broken = testkit::invariants(store).await;
    let (mut units, mut missing) = (0, 0);
    for round in (0..rounds).map(Round::of) {
        units += round.left;
        missing += round.wanted.iter().sum::<i64>() - round.left;
    }
    println!(
        "{what}: {rounds} rounds, {} of them at the same time; the first won {}, the second {}, unclear {}; \
         {promised} of {units} last units promised, {waiting} of {missing} waiting; oversold={oversold} \
         wasted={wasted}, {} invariants broken",
        tally.together,
        tally.won[0],
        tally.won[1],
        tally.unclear,
        broken.len()
    );
    for line in broken.iter().take(5) {
        println!("WRONG {line}");
    }
    oversold == 0
        && wasted == 0
        && (promised, waiting) == (units, missing)
        && tally.unclear == 0
        && tally.won[0] + tally.won[1] == rounds
        // Two that never met would prove nothing.
        && tally.together * 2 >= rounds
        && broken.is_empty()
}

/// What overselling would leave behind.
pub(crate) async fn promise_twice(host: &Host) {
    let sql = "INSERT INTO reservation SELECT r.id + 900000, r.variant_id, r.location_id, r.order_id, r.line_id, \
               r.quantity, r.state, r.made_at, r.ended_at FROM reservation AS r JOIN variant AS v \
               ON v.id = r.variant_id AND v.counted = 1 WHERE r.state = 'active' ORDER BY r.id LIMIT 1";
    testkit::plant(host.desk(), sql).await;
}
