//! `backroom-cli serve` as a child whose memory the kernel counts.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

const TOKEN: &str = "a-token-of-the-test-0123";

pub(crate) struct Server {
    child: Child,
    port: u16,
    home: TempDir,
}

fn cli(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_backroom-cli"));
    command
        .env("BACKROOM_DATA", data)
        .env_remove("BACKROOM_DATABASE")
        .env("LC_ALL", "C")
        .stdin(Stdio::null());
    command
}

impl Server {
    /// A made shop, and the program that serves it.
    pub(crate) fn start() -> Self {
        let home = TempDir::new().unwrap();
        let data = home.path().join("shop");
        let make = json!({
            "name": "Kiln & Co", "country": "DE", "currency": "EUR", "zone": "Europe/Berlin", "language": "en", "user": "Ida",
        });
        let made = cli(&data)
            .args(["call", "shop_make", &make.to_string()])
            .output()
            .unwrap();
        assert!(made.status.success(), "{made:?}");
        let ui = home.path().join("ui");
        std::fs::create_dir(&ui).unwrap();
        let mut child = cli(&data)
            .args(["serve", "--port", "0", "--ui"])
            .arg(&ui)
            .env("BACKROOM_TOKEN", TOKEN)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut first)
            .unwrap();
        let rest = first.trim().strip_prefix("http://127.0.0.1:").unwrap();
        let port = rest.split_once('/').unwrap().0.parse().unwrap();
        Self { child, port, home }
    }

    /// Where files may lie.
    pub(crate) fn folder(&self) -> &Path {
        self.home.path()
    }

    /// A command's answer, or the id of the sentence that refuses it.
    pub(crate) fn call(&self, command: &str, body: &Value) -> Result<Value, String> {
        let body = body.to_string();
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let request = format!(
            "POST /rpc/{command} HTTP/1.1\r\nconnection: close\r\nhost: 127.0.0.1:{}\r\nauthorization: Bearer {TOKEN}\r\ncontent-length: {}\r\n\r\n{body}",
            self.port,
            body.len()
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let body: Value = serde_json::from_str(body).unwrap_or_else(|_| panic!("{answer}"));
        if head.starts_with("HTTP/1.1 200") {
            return Ok(body);
        }
        let sentence = body
            .pointer("/error/message/id")
            .or(body.pointer("/message/id"));
        Err(sentence
            .and_then(Value::as_str)
            .unwrap_or_else(|| panic!("{answer}"))
            .to_owned())
    }

    /// How many orders the shop has.
    pub(crate) fn orders(&self) -> i64 {
        let ask = json!({ "view": "all", "sort": "placed", "limit": 1 });
        self.call("orders_list", &ask).unwrap()["total"]
            .as_i64()
            .unwrap()
    }

    fn of_process(&self, file: &str) -> PathBuf {
        PathBuf::from(format!("/proc/{}/{file}", self.child.id()))
    }

    /// From now on the peak is counted anew; see proc(5), `clear_refs`.
    pub(crate) fn forget_peak(&self) {
        std::fs::write(self.of_process("clear_refs"), "5").unwrap();
    }

    /// The most memory since, in megabytes.
    pub(crate) fn peak(&self) -> u64 {
        let status = std::fs::read_to_string(self.of_process("status")).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmHWM:"));
        let kilobytes = line.unwrap().split_whitespace().nth(1).unwrap();
        kilobytes.parse::<u64>().unwrap() / 1024
    }

    /// Ends the program, and looks whether the shop's pages, references and sums are sound.
    pub(crate) fn end_sound(mut self) {
        let health = self.call("health_check", &json!({})).unwrap();
        println!("health: {health}");
        let pid = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &pid]).status().unwrap();
        self.child.wait().unwrap();
        let checked = cli(&self.home.path().join("shop"))
            .arg("check")
            .output()
            .unwrap();
        assert!(checked.status.success(), "{checked:?}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A test that failed leaves nobody behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
