//! What a printer says reaches who prints, and an address to which nothing can be sent is not kept.

use crate::kiln::{self, label, numbers};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use testkit::{Order, TestShop, for_each_engine};

/// An attribute of IPP (RFC 8010, section 3.1.4): its tag, name and value.
fn attribute(tag: u8, name: &str, value: &[u8]) -> Vec<u8> {
    let length = |n: usize| u16::try_from(n).unwrap().to_be_bytes();
    let mut bytes = vec![tag];
    bytes.extend(length(name.len()));
    bytes.extend(name.as_bytes());
    bytes.extend(length(value.len()));
    bytes.extend(value);
    bytes
}

/// A printer that knows A4 alone and is out of paper, yet takes jobs. Answers its address.
fn out_of_paper() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || while answer(&stream).is_some() {});
        }
    });
    format!("ipp://127.0.0.1:{port}/ipp/print")
}

/// Reads one request over HTTP and answers it; nothing when the line has ended.
fn answer(mut stream: &TcpStream) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let (mut line, mut length, mut chunked) = (String::new(), 0_usize, false);
    loop {
        line.clear();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let header = line.trim().to_ascii_lowercase();
        if header.is_empty() {
            break;
        }
        if let Some(n) = header.strip_prefix("content-length:") {
            length = n.trim().parse().ok()?;
        }
        chunked |= header == "transfer-encoding: chunked";
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    while chunked {
        line.clear();
        reader.read_line(&mut line).ok()?;
        let size = usize::from_str_radix(line.trim(), 16).ok()?;
        let mut part = vec![0; size + 2];
        reader.read_exact(&mut part).ok()?;
        part.truncate(size);
        body.extend(part);
        chunked = size > 0;
    }
    let operation = u16::from_be_bytes([body[2], body[3]]);
    let mut said = vec![1, 1, 0, 0];
    said.extend(&body[4..8]);
    said.push(1);
    said.extend(attribute(0x47, "attributes-charset", b"utf-8"));
    said.extend(attribute(0x48, "attributes-natural-language", b"en"));
    // Print-Job, and everything else is a question about the printer (RFC 8011, section 5.4.15).
    if operation == 2 {
        said.push(2);
        said.extend(attribute(0x21, "job-id", &1_i32.to_be_bytes()));
        said.extend(attribute(0x23, "job-state", &3_i32.to_be_bytes()));
    } else {
        said.push(4);
        said.extend(attribute(
            0x49,
            "document-format-supported",
            b"application/pdf",
        ));
        said.extend(attribute(0x44, "media-supported", b"iso_a4_210x297mm"));
        said.extend(attribute(0x23, "printer-state", &3_i32.to_be_bytes()));
        said.extend(attribute(
            0x44,
            "printer-state-reasons",
            b"media-empty-error",
        ));
        said.extend(attribute(0x22, "printer-is-accepting-jobs", &[1]));
    }
    said.push(3);
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: {}\r\n\r\n",
        said.len()
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(&said).ok()
}

async fn settings(
    shop: &TestShop,
    change: impl FnOnce(&mut Value),
) -> Result<Value, api::ApiError> {
    let mut all = shop.call("settings_get", json!({})).await;
    change(&mut all["settings"]);
    shop.try_call("settings_save", all).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_printer_without_paper_is_heard() {
    for_each_engine(async |shop: &mut TestShop| {
        kiln::open(shop).await;
        kiln::import(shop, &[Order::new(1).line("MUG", 1, 1_000)]).await;
        let printer = json!({
            "name": "Bench", "uri": out_of_paper(), "media": "na_index-4x6_4x6in", "copies": 1,
        });
        settings(shop, |s| s["label_printer"] = printer)
            .await
            .unwrap();
        let id = numbers(shop).await["1"];
        let (made, _) = label(shop, &[id]).await;
        let ask = json!({ "document": made["document"], "way": "printer" });
        let printed = shop.call("print", ask).await;
        assert_eq!(printed["outcome"], json!("sent"));
        let notices = printed["notices"].as_array().unwrap().iter();
        let ids: Vec<&str> = notices.map(|n| n["id"].as_str().unwrap()).collect();
        assert_eq!(ids, ["printer-note-paper", "printer-reason-paper-empty"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_paper_can_be_sent_to_is_not_kept() {
    let shop = TestShop::in_folder().await;
    kiln::open(&shop).await;
    for uri in [
        "ipp://",
        "ipp:// /x",
        "socket://bench:9100",
        "ipps://bench/",
        "bench",
    ] {
        let saved = settings(&shop, |s| s["label_printer"]["uri"] = json!(uri)).await;
        let error = saved.unwrap_err();
        assert_eq!(
            (error.field.as_str(), error.message.id.as_str()),
            ("label_printer", "settings-printer"),
            "{uri}"
        );
    }
    let uri = " ipp://bench:8631/ipp/print ";
    let saved = settings(&shop, |s| s["label_printer"]["uri"] = json!(uri)).await;
    assert_eq!(
        saved.unwrap()["settings"]["label_printer"]["uri"],
        json!(uri.trim())
    );
    // Where parcels come back to is whole, or the shop's own.
    let own = shop.call("settings_get", json!({})).await["settings"]["sender"].clone();
    for part in ["line1", "city", "postcode"] {
        let mut returns = own.clone();
        returns[part] = json!("");
        let saved = settings(&shop, |s| s["returns"] = returns).await;
        let error = saved.unwrap_err();
        assert_eq!(
            (error.field.as_str(), error.message.id.as_str()),
            ("returns", "settings-returns-part"),
            "{part}"
        );
    }
    settings(&shop, |s| s["returns"] = own).await.unwrap();
    settings(&shop, |s| s["returns"] = Value::Null)
        .await
        .unwrap();
    shop.end().await;
}
