//! The two processes that want the same goods, and the one that lets them go.

use crate::Round;
use crate::door::Door;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};
use testkit::{NOW, Order, shopify_file};

/// Both begin so much after the slower one is ready, in nanoseconds.
const AHEAD: u128 = 1_500_000;

/// Who got the goods, round by round.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// Rounds in which the first, the second got all that it wanted.
    pub(crate) won: [u32; 2],
    /// Rounds in which both did, or none.
    pub(crate) unclear: u32,
    /// Rounds in which the two commands ran at the same time.
    pub(crate) together: u32,
}

/// The two processes.
pub(crate) struct Callers(Vec<(Child, Lines<BufReader<ChildStdout>>)>);

impl Callers {
    pub(crate) fn start(place: &str, home: &Path) -> Self {
        let start = |who: u32| {
            let folder = home.join(format!("caller-{who}"));
            std::fs::create_dir_all(&folder).unwrap();
            let mut child = Command::new(std::env::args_os().next().unwrap())
                .args(["caller", place])
                .arg(&folder)
                .arg(who.to_string())
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
            let lines = BufReader::new(child.stdout.take().unwrap()).lines();
            (child, lines)
        };
        Self(vec![start(1), start(2)])
    }

    /// Lets them go for each round's goods at once.
    pub(crate) fn race(mut self, rounds: u32) -> Tally {
        let mut tally = Tally::default();
        for round in 0..rounds {
            self.tell(&format!("read {round}"));
            let begin = nanos() + AHEAD;
            let answers = self.tell(&format!("take {begin}"));
            let read = |line: &str| -> Vec<u128> {
                line.split(' ').map(|word| word.parse().unwrap()).collect()
            };
            let (one, two) = (read(&answers[0]), read(&answers[1]));
            match (one[0], two[0]) {
                (1, 0) => tally.won[0] += 1,
                (0, 1) => tally.won[1] += 1,
                _ => tally.unclear += 1,
            }
            if one[1] < two[2] && two[1] < one[2] {
                tally.together += 1;
            }
        }
        for (child, _) in &mut self.0 {
            drop(child.stdin.take());
            assert!(child.wait().unwrap().success());
        }
        tally
    }

    fn tell(&mut self, line: &str) -> Vec<String> {
        for (child, _) in &mut self.0 {
            writeln!(child.stdin.as_mut().unwrap(), "{line}").unwrap();
        }
        self.0
            .iter_mut()
            .map(|(_, lines)| lines.next().unwrap().unwrap())
            .collect()
    }
}

/// One of the two processes: reads orders and takes them as it is told on its standard input. It answers
/// a taking with whether the order got everything, and with the moments at which it began and ended.
pub(crate) async fn work(place: &str, folder: &Path, who: u32) {
    let door = Door::to(place, folder).await;
    let mut prepared = Value::Null;
    for line in std::io::stdin().lines() {
        let line = line.unwrap();
        match line.split_once(' ').unwrap() {
            ("read", round) => {
                let round = round.parse().unwrap();
                let wanted = Round::of(round).wanted[who as usize - 1];
                let sku = format!("LAST{round}");
                prepared = prepare(&door, folder, who, &sku, round, wanted).await;
                println!("read");
            }
            (_, begin) => {
                let begin: u128 = begin.parse().unwrap();
                while nanos() < begin {
                    std::hint::spin_loop();
                }
                let began = nanos();
                let taken = door.call("import_commit", prepared.take()).await;
                println!("{} {began} {}", taken["ready"], nanos());
            }
        }
    }
    door.close().await;
}

/// An order, read and ready to be taken.
pub(crate) async fn prepare(
    door: &Door,
    folder: &Path,
    who: u32,
    sku: &str,
    round: u32,
    units: i64,
) -> Value {
    let order = Order::new(who * 1_000_000 + round).line(sku, units, 1_000);
    let path = folder.join(format!("order-{who}.csv"));
    std::fs::write(&path, shopify_file(&[order])).unwrap();
    let read = json!({ "path": path, "start_at": NOW - 30 * 86_400_000 });
    let preview = door.call("import_preview", read.clone()).await;
    json!({ "read": read, "sha256": preview["sha256"] })
}

fn nanos() -> u128 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_nanos()
}
