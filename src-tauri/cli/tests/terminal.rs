//! The program itself: what it prints, what it ends with, and what it answers over loopback.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests"
)]

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;
use tempfile::TempDir;

fn cli(data: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_backroom-cli"));
    command
        .args(args)
        .env("BACKROOM_DATA", data)
        .env_remove("BACKROOM_DATABASE")
        .env("LC_ALL", "C");
    command.stdin(Stdio::null()).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A made shop in a folder with a space in its name.
fn shop() -> (TempDir, std::path::PathBuf) {
    let home = TempDir::with_prefix("backroom cli ").unwrap();
    let data = home.path().join("shop");
    let make = json!({
        "name": "Kiln & Co", "country": "DE", "currency": "EUR", "zone": "Europe/Berlin", "language": "en", "user": "Ida",
        "street": "Töpferweg 3", "postcode": "10969", "city": "Berlin",
    });
    let made = cli(&data, &["call", "shop_make", &make.to_string()]);
    assert_eq!(made.status.code(), Some(0), "{}", told(&made));
    (home, data)
}

#[test]
fn the_number_at_the_end_says_what_happened() {
    let home = TempDir::new().unwrap();
    let data = home.path().join("nothing here");
    for (args, code, says) in [
        (&["orders"][..], 1, "There is no shop in"),
        (&["nonsense"], 2, "unrecognized subcommand"),
        (&["ship"], 2, "required"),
        (&["import"], 2, "required"),
        (
            &["call", "shop_status", "{not json"],
            1,
            "There is no shop in",
        ),
        (&["restore", "/nowhere/backup.db"], 1, ""),
    ] {
        let done = cli(&data, args);
        assert_eq!(done.status.code(), Some(code), "{args:?}: {}", told(&done));
        assert!(told(&done).contains(says), "{args:?}: {}", told(&done));
    }
    assert!(!data.join("shop.db").exists(), "looking makes no shop");
    let without = Command::new(env!("CARGO_BIN_EXE_backroom-cli"))
        .arg("orders")
        .env_remove("BACKROOM_DATA")
        .env("LC_ALL", "de_DE.UTF-8")
        .output()
        .unwrap();
    assert_eq!(without.status.code(), Some(2));
    assert!(
        told(&without).starts_with("Sagen Sie, welcher Laden"),
        "{}",
        told(&without)
    );
    let help = cli(&data, &["--help"]);
    assert_eq!(help.status.code(), Some(0));
    for word in ["A morning:", "import orders_export.csv", "open in Backroom"] {
        assert!(out(&help).contains(word), "{word}");
    }
}

#[test]
fn every_command_is_listed_with_its_shape() {
    let home = TempDir::new().unwrap();
    let listed = cli(home.path(), &["commands", "--json"]);
    let listed: Value = serde_json::from_str(&out(&listed)).unwrap();
    let commands = listed["commands"].as_array().unwrap();
    assert!(commands.len() > 40);
    for command in commands {
        let name = command["name"].as_str().unwrap();
        for shape in ["request", "answer"] {
            let shape = command[shape].as_str().unwrap();
            let plain = shape
                .trim_start_matches("Array<")
                .trim_end_matches('>')
                .trim_end_matches("[]");
            assert!(
                listed["types"][plain].is_string(),
                "{name}: no type {plain}"
            );
        }
    }
    let plain = cli(home.path(), &["commands"]);
    assert_eq!(out(&plain).lines().count(), commands.len());
}

#[test]
fn an_open_shop_can_be_looked_at_and_not_changed() {
    let (_home, data) = shop();
    let server = Server::start(&data);
    let looked = cli(&data, &["orders", "--json"]);
    assert_eq!(looked.status.code(), Some(0), "{}", told(&looked));
    assert_eq!(
        serde_json::from_str::<Value>(&out(&looked)).unwrap()["total"],
        json!(0)
    );
    for args in [
        &["backup"][..],
        &["call", "backup_make"],
        &["import", "Cargo.toml"],
        &["sample"],
    ] {
        let refused = cli(&data, args);
        assert_eq!(
            refused.status.code(),
            Some(3),
            "{args:?}: {}",
            told(&refused)
        );
    }
    let refused = cli(&data, &["backup", "--json"]);
    let error: Value = serde_json::from_str(&told(&refused)).unwrap();
    assert_eq!(error["error"]["code"], json!("in_use"));
    drop(server);
    let done = cli(&data, &["backup"]);
    assert_eq!(done.status.code(), Some(0), "{}", told(&done));
    let file = out(&done).trim().to_owned();
    assert!(Path::new(&file).is_file(), "{file}");
    let moved = data.with_file_name("other computer");
    let restored = cli(&moved, &["restore", &file]);
    assert_eq!(restored.status.code(), Some(0), "{}", told(&restored));
    let status = cli(&moved, &["call", "shop_status"]);
    assert!(out(&status).contains("Kiln & Co"));
}

#[test]
fn a_day_in_the_terminal() {
    let (_home, data) = shop();
    let sender = cli(&data, &["call", "settings_get"]);
    let mut settings: Value = serde_json::from_str(&out(&sender)).unwrap();
    for (field, value) in [
        ("line1", "Töpferweg 3"),
        ("postcode", "10969"),
        ("city", "Berlin"),
    ] {
        settings["settings"]["sender"][field] = json!(value);
    }
    let saved = cli(&data, &["call", "settings_save", &settings.to_string()]);
    assert_eq!(saved.status.code(), Some(0), "{}", told(&saved));
    let file = data.with_file_name("orders.csv");
    std::fs::write(&file, ORDERS).unwrap();
    let file = file.to_str().unwrap();

    let looked = cli(&data, &["import", file, "--dry-run"]);
    assert_eq!(looked.status.code(), Some(0), "{}", told(&looked));
    assert!(
        out(&looked).contains("2 new, 0 changed, 0 as they are, 0 left out. Nothing was written."),
        "{}",
        out(&looked)
    );
    let asked = cli(&data, &["import", file]);
    assert_eq!(asked.status.code(), Some(1));
    assert!(told(&asked).contains("--start"), "{}", told(&asked));
    let wrong = cli(&data, &["import", file, "--start", "23.11.2026"]);
    assert_eq!(wrong.status.code(), Some(2));
    let taken = cli(&data, &["import", file, "--start", "2026-11-01"]);
    assert_eq!(taken.status.code(), Some(0), "{}", told(&taken));
    assert!(
        out(&taken).contains("2 ready to ship, 0 held"),
        "{}",
        out(&taken)
    );
    let again = cli(&data, &["import", file]);
    assert!(
        out(&again).contains("0 new, 0 changed, 2 as they are"),
        "{}",
        out(&again)
    );

    let listed = cli(&data, &["orders", "--view", "to_ship", "--sort", "name"]);
    let listed = out(&listed);
    let lines: Vec<&str> = listed.lines().collect();
    assert_eq!(lines.len(), 4, "{listed}");
    assert!(
        lines[1].starts_with("#1001")
            && lines[1].contains("Ann Sommer")
            && lines[1].contains("24.90 EUR")
    );
    assert_eq!(lines[3], "2 of 2");
    let papers = data.with_file_name("papers");
    let ship = |args: &[&str]| {
        let all = [&["ship"], args, &["--out", papers.to_str().unwrap()]].concat();
        cli(&data, &all)
    };
    let all = ship(&["1001", "--pick-list", "--slips", "--labels"]);
    assert_eq!(all.status.code(), Some(0), "{}{}", out(&all), told(&all));
    let pdfs = || std::fs::read_dir(&papers).unwrap().count();
    assert_eq!(pdfs(), 3);
    let twice = ship(&["#1001"]);
    assert_eq!(twice.status.code(), Some(0), "{}", told(&twice));
    assert!(
        out(&twice).contains("has its label already"),
        "{}",
        out(&twice)
    );
    let gone = ship(&["--all", "--labels", "--hand-over", "--json"]);
    assert_eq!(gone.status.code(), Some(0), "{}{}", out(&gone), told(&gone));
    let gone: Value = serde_json::from_str(&out(&gone)).unwrap();
    assert_eq!(
        gone["hand_over"]["parcels"].as_array().unwrap().len(),
        2,
        "{gone}"
    );
    let list = gone["hand_over_list"]["file"].as_str().unwrap();
    assert!(std::fs::read(list).unwrap().starts_with(b"%PDF-"), "{gone}");
    let empty = ship(&["--all"]);
    assert_eq!(empty.status.code(), Some(1), "nothing is ready any more");

    let label = gone["labels"]["document"].to_string();
    let saved = data.with_file_name("one.pdf");
    let printed = cli(&data, &["print", &label, "--out", saved.to_str().unwrap()]);
    assert_eq!(printed.status.code(), Some(0), "{}", told(&printed));
    assert!(std::fs::read(&saved).unwrap().starts_with(b"%PDF-"));
    let one = cli(&data, &["order", "1001"]);
    for word in [
        "#1001",
        "Ann Sommer",
        "Lindenweg 7",
        "MUG",
        "24.90 EUR",
        "#1001-1",
    ] {
        assert!(out(&one).contains(word), "{word}: {}", out(&one));
    }
    assert_eq!(cli(&data, &["order", "9999"]).status.code(), Some(1));
}

/// Two paid orders to whole addresses; every person in them is invented.
const ORDERS: &str = "\
Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,\
Lineitem name,Lineitem price,Lineitem sku,Lineitem requires shipping,Lineitem fulfillment status,Shipping Name,\
Shipping Address1,Shipping City,Shipping Zip,Shipping Country,Id
#1001,ann@example.test,paid,2026-11-22 18:05:00 +0100,unfulfilled,EUR,20.00,4.90,0.00,24.90,2026-11-22 18:05:00 +0100,2,\
Mug,10.00,MUG,true,pending,Ann Sommer,Lindenweg 7,Berlin,10969,DE,7001
#1002,bo@example.test,paid,2026-11-22 19:05:00 +0100,unfulfilled,EUR,10.00,4.90,0.00,14.90,2026-11-22 19:05:00 +0100,1,\
Mug,10.00,MUG,true,pending,Bo Winter,Weg 1,Berlin,10115,DE,7002
";

/// `serve` in a process of its own; dropping it asks it to end.
struct Server {
    child: Child,
    port: u16,
}

const TOKEN: &str = "a-token-of-the-test-0123";

impl Server {
    fn start(data: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_backroom-cli"))
            .args(["serve", "--port", "0", "--ui"])
            .arg(data.with_file_name("ui"))
            .env("BACKROOM_DATA", data)
            .env("BACKROOM_TOKEN", TOKEN)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut first)
            .unwrap();
        let rest = first.trim().strip_prefix("http://127.0.0.1:").unwrap();
        let (port, token) = rest.split_once("/#token=").unwrap();
        assert_eq!(token, TOKEN);
        Self {
            child,
            port: port.parse().unwrap(),
        }
    }

    fn ask(&self, head: &str, headers: &[(&str, &str)], body: &str) -> (u16, String) {
        let mut stream = self.connect();
        let mut request = format!(
            "{head} HTTP/1.1\r\nconnection: close\r\ncontent-length: {}\r\n",
            body.len()
        );
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        stream
            .write_all(format!("{request}\r\n{body}").as_bytes())
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let status = answer[9..12].parse().unwrap();
        (status, answer.split_once("\r\n\r\n").unwrap().1.to_owned())
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        stream
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        let _ = self.child.wait();
    }
}

#[test]
fn the_server_answers_only_who_has_the_token_and_names_this_host() {
    let (_home, data) = shop();
    let ui = data.with_file_name("ui");
    std::fs::create_dir(&ui).unwrap();
    std::fs::write(ui.join("index.html"), "<p>hello").unwrap();
    let server = Server::start(&data);
    let host = format!("127.0.0.1:{}", server.port);
    let bearer = format!("Bearer {TOKEN}");
    let us = [("host", host.as_str()), ("authorization", bearer.as_str())];

    let (status, body) = server.ask("POST /rpc/shop_status", &us, "{}");
    assert_eq!(status, 200, "{body}");
    assert!(body.contains("Kiln & Co"));
    assert_eq!(
        server.ask("POST /rpc/shop_status", &us, "").0,
        200,
        "an absent body is an empty request"
    );
    for (head, body, status, code) in [
        ("POST /rpc/no_such_command", "{}", 404, "not_found"),
        ("POST /rpc/order_get", "{\"id\":7}", 404, "not_found"),
        ("POST /rpc/order_get", "{\"nr\":7}", 400, "invalid"),
        ("POST /rpc/order_get", "{", 400, "invalid"),
        ("POST /rpc/order_get", "[7]", 400, "invalid"),
        ("GET /doc/77", "", 404, "not_found"),
    ] {
        let (found, text) = server.ask(head, &us, body);
        assert_eq!(found, status, "{head} {body}: {text}");
        assert_eq!(
            serde_json::from_str::<Value>(&text).unwrap()["code"],
            json!(code),
            "{head} {body}"
        );
    }
    let token = |value| [("host", host.as_str()), ("authorization", value)];
    for wrong in [
        "",
        "Bearer",
        "Bearer ",
        "Bearer a-token-of-the-test-0124",
        "Bearer a-token-of-the-test-01234",
        "Basic x",
    ] {
        for head in ["POST /rpc/shop_status", "GET /doc/1", "GET /events"] {
            assert_eq!(server.ask(head, &token(wrong), "").0, 401, "{head} {wrong}");
        }
    }
    assert_eq!(
        server
            .ask("POST /rpc/shop_status", &[("host", &host)], "{}")
            .0,
        401
    );
    for other in [
        "evil.example",
        "127.0.0.1",
        "127.0.0.1:1",
        "evil.example:80",
        "127.0.0.1.evil.example",
    ] {
        let them = [("host", other), ("authorization", bearer.as_str())];
        assert_eq!(
            server.ask("POST /rpc/shop_status", &them, "{}").0,
            403,
            "{other}"
        );
        assert_eq!(
            server.ask("GET /", &[("host", other)], "").0,
            403,
            "{other}"
        );
    }
    // The pages themselves hold nothing of the shop; they come without a token.
    assert_eq!(
        server.ask("GET /", &[("host", &host)], ""),
        (200, "<p>hello".to_owned())
    );
    for path in [
        "/../shop/shop.db",
        "/%2e%2e/shop/shop.db",
        "/shop.db",
        "/nothing.js",
    ] {
        assert_eq!(
            server.ask(&format!("GET {path}"), &[("host", &host)], "").0,
            404,
            "{path}"
        );
    }
    assert_eq!(server.ask("GET /rpc/shop_status", &us, "").0, 405);
    listens_nowhere_else(&server);
}

/// Only the loopback address answers: another address of this computer refuses the port.
fn listens_nowhere_else(server: &Server) {
    let Ok(text) = std::fs::read_to_string("/proc/net/tcp") else {
        println!("skipped: no /proc/net/tcp here");
        return;
    };
    let port = format!(":{:04X}", server.port);
    let local: Vec<&str> = text
        .lines()
        .filter_map(|line| line.split_whitespace().nth(1))
        .filter(|local| local.ends_with(&port))
        .collect();
    assert!(
        !local.is_empty() && local.iter().all(|l| l.starts_with("0100007F")),
        "{local:?}"
    );
}

#[test]
fn a_change_is_told_while_it_is_listened_to() {
    let (_home, data) = shop();
    let server = Server::start(&data);
    let mut stream = server.connect();
    let head = format!(
        "GET /events HTTP/1.1\r\nhost: 127.0.0.1:{}\r\nauthorization: Bearer {TOKEN}\r\n\r\n",
        server.port
    );
    stream.write_all(head.as_bytes()).unwrap();
    let mut lines = BufReader::new(stream).lines();
    assert!(lines.next().unwrap().unwrap().contains("200"));
    // The head is over: from here on changes are heard.
    while !lines.next().unwrap().unwrap().is_empty() {}
    let host = format!("127.0.0.1:{}", server.port);
    let bearer = format!("Bearer {TOKEN}");
    let us = [("host", host.as_str()), ("authorization", bearer.as_str())];
    let made = json!({ "sku": "MUG", "title": "Mug" }).to_string();
    assert_eq!(server.ask("POST /rpc/variant_save", &us, &made).0, 200);
    let data = lines
        .map(Result::unwrap)
        .find_map(|l| l.strip_prefix("data:").map(str::to_owned))
        .unwrap();
    let changed: Value = serde_json::from_str(data.trim()).unwrap();
    assert!(
        changed["tags"]
            .as_array()
            .unwrap()
            .contains(&json!("stock")),
        "{changed}"
    );
    assert!(changed["seq"].as_i64().unwrap() > 0);
    // Ends although somebody listens.
    drop(server);
}

#[test]
fn two_shops_of_one_kind_are_two_channels() {
    let (_home, data) = shop();
    let write = |name: &str, text: &str| {
        let file = data.with_file_name(name);
        std::fs::write(&file, text).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let one = write("one.csv", ORDERS);
    // The same numbers, other people on another day.
    let other = ORDERS
        .replace("Ann Sommer", "Odile Hiver")
        .replace("Bo Winter", "Paul Neige")
        .replace("2026-11-22", "2026-11-21")
        .replace("@example.test", "@autre.test");
    let two = write("two.csv", &other);
    let import = |args: &[&str]| cli(&data, &[&["import"], args].concat());
    let first = import(&[&one, "--start", "2026-11-01"]);
    assert_eq!(first.status.code(), Some(0), "{}", told(&first));
    assert!(
        out(&first).starts_with("Into: Shopify, a new channel\n"),
        "{}",
        out(&first)
    );
    let mixed = import(&[&two]);
    assert_eq!(mixed.status.code(), Some(1));
    let why = told(&mixed);
    assert!(
        why.starts_with("2 orders have a number of Shopify"),
        "{why}"
    );
    assert!(
        why.contains("--channel") && why.contains("--others leave"),
        "{why}"
    );
    let second = import(&[&two, "--channel", "Outlet", "--start", "2026-11-01"]);
    assert_eq!(second.status.code(), Some(0), "{}", told(&second));
    assert!(
        out(&second).starts_with("Into: Outlet, a new channel\n"),
        "{}",
        out(&second)
    );
    for (file, channel) in [(&one, "Shopify"), (&two, "Outlet")] {
        let again = import(&[file]);
        let said = out(&again);
        assert!(said.starts_with(&format!("Into: {channel}\n")), "{said}");
        assert!(said.contains("0 new, 0 changed, 2 as they are"), "{said}");
    }
    let new = write(
        "new.csv",
        &ORDERS.replace("100", "300").replace("700", "730"),
    );
    let which = import(&[&new]);
    assert_eq!(which.status.code(), Some(1));
    assert!(
        told(&which).contains("Shopify, Outlet") && told(&which).contains("--channel"),
        "{}",
        told(&which)
    );
    let named = import(&[&new, "--channel", "outlet"]);
    assert!(
        out(&named).contains("2 new"),
        "{}{}",
        out(&named),
        told(&named)
    );
}

#[test]
fn a_list_of_its_own_columns_is_read_as_it_is_told() {
    let (_home, data) = shop();
    let file = data.with_file_name("list.csv");
    let text = "Vorgang;Datum;Kunde;Was;Menge;Preis;Stand\n\
                5001;03/11/2026;Ida Sommer;MUG;1;1.234;liegt da\n\
                5002;04/11/2026;Ada Herbst;CUP;1;2.345;Versandt\n";
    std::fs::write(&file, text).unwrap();
    let file = file.to_str().unwrap();
    let import = |args: &[&str]| cli(&data, &[&["import", file], args].concat());
    let map = [
        "--map",
        "vorgang=order_number",
        "--map",
        "Kunde=ship_name",
        "--map",
        "Was=sku",
        "--map",
        "Stand=order_status",
    ];
    let looked = import(&[&map[..], &["--dry-run"]].concat());
    let said = out(&looked);
    assert_eq!(looked.status.code(), Some(0), "{}", told(&looked));
    for way_out in ["--dates day-first", "--decimal comma"] {
        assert!(said.contains(way_out), "{way_out}: {said}");
    }
    assert!(
        said.contains("0 new, 0 changed, 0 as they are, 2 left out"),
        "{said}"
    );
    for (wrong, says) in [
        (["--map", "Nr=order_number"], "It has: Vorgang, Datum"),
        (["--map", "Vorgang=number"], "order_number"),
        (["--map", "Vorgang"], "has no “=”"),
        (["--status", "Versandt=gone"], "to-ship"),
    ] {
        let refused = import(&wrong);
        assert_eq!(refused.status.code(), Some(2), "{wrong:?}");
        assert!(
            told(&refused).contains(says),
            "{wrong:?}: {}",
            told(&refused)
        );
    }
    let cells = ["--dates", "day-first", "--decimal", "comma"];
    let looked = import(&[&map[..], &cells, &["--dry-run"]].concat());
    let said = out(&looked);
    // The whole file names no currency: that has no row, and a way out.
    assert!(
        said.contains("(the whole file) Say it with --currency"),
        "{said}"
    );
    assert!(said.contains("--status 'liegt da=shipped'"), "{said}");
    let rest = [
        "--currency",
        "chf",
        "--status",
        "Liegt da=to-ship",
        "--remember",
        "Our list",
    ];
    let taken = import(&[&map[..], &cells, &rest, &["--start", "2026-11-01"]].concat());
    assert_eq!(taken.status.code(), Some(0), "{}", told(&taken));
    assert!(out(&taken).contains("2 new"), "{}", out(&taken));
    assert!(!out(&taken).contains("Say it with"), "{}", out(&taken));
    let again = import(&["--json", "--dry-run"]);
    let preview: Value = serde_json::from_str(&out(&again)).unwrap();
    assert_eq!(preview["skipped"], json!(2), "{preview}");
    // What a look says of the mapping reads the next file as a mapping of its own.
    let kept = data.with_file_name("kept.json");
    std::fs::write(&kept, preview["mapping"].to_string()).unwrap();
    for mapping in [kept.to_str().unwrap(), "our list"] {
        let read = import(&["--mapping", mapping]);
        assert!(
            out(&read).contains("2 as they are"),
            "{mapping}: {}{}",
            out(&read),
            told(&read)
        );
    }
    let none = import(&["--mapping", "No such list"]);
    assert!(
        told(&none).contains("There are: Our list"),
        "{}",
        told(&none)
    );
}
