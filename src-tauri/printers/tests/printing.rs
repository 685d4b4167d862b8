//! Documents on their way to printers: a real IPP printer, a fake one that misbehaves, a raw port.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests"
)]

#[path = "peers/fake_ipp.rs"]
mod fake_ipp;
#[cfg(unix)]
#[path = "peers/ippeveprinter.rs"]
mod ippeveprinter;

use fake_ipp::{Answer, CUPS_GET_PRINTERS, FakePrinter, GET_JOB, GET_PRINTER, PRINT_JOB};
use ipp::model::{DelimiterTag, IppVersion, StatusCode};
use ipp::prelude::{IppAttribute, IppAttributeGroup, IppRequestResponse, IppValue};
use printers::{
    JobState, PrintError, PrintJob, PrinterState, Target, print, probe, queues_at, watch,
};
use std::io::Read;
use std::net::TcpListener;
use std::time::{Duration, Instant};

const TICK: Duration = Duration::from_millis(50);

/// A document of a given length with every byte value in it.
fn document(length: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.extend((0..length).map(|n| u8::try_from((n * 31 + n / 251) % 256).unwrap()));
    bytes
}

fn job(bytes: Vec<u8>) -> PrintJob {
    PrintJob {
        bytes,
        mime: "application/pdf".to_owned(),
        title: "Label #1001\r\n".to_owned(),
        copies: 1,
        media: Some("na_index-4x6_4x6in".to_owned()),
        user: "Ada".to_owned(),
    }
}

fn ipp(uri: &str) -> Target {
    Target::Ipp {
        uri: uri.to_owned(),
    }
}

/// A port on which nobody listens.
fn closed_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

#[cfg(unix)]
#[test]
fn a_real_printer_gets_the_same_bytes_and_then_disappears() {
    let Some(mut printer) = ippeveprinter::start("application/pdf,application/octet-stream") else {
        return;
    };
    let can = probe(&printer.uri).unwrap();
    assert!(
        can.takes("application/pdf") && !can.takes("image/tiff"),
        "{:?}",
        can.formats
    );
    assert!(
        can.media.iter().any(|m| m == "na_index-4x6_4x6in"),
        "{:?}",
        can.media
    );
    assert!(can.accepting && !can.resolutions.is_empty());

    for (number, length) in [1_000, 300_000].into_iter().enumerate() {
        let bytes = document(length);
        let printed = print(&ipp(&printer.uri), &job(bytes.clone())).unwrap();
        assert_eq!(printed.notes, []);
        let status = watch(&printer.uri, printed.job_id.unwrap(), TICK, 200, |_| true).unwrap();
        assert_eq!(status.state, JobState::Completed, "{status:?}");
        let files = printer.spooled();
        assert_eq!(files.len(), number + 1, "{files:?}");
        assert_eq!(
            std::fs::read(&files[number]).unwrap(),
            bytes,
            "byte-identical"
        );
        println!("ippeveprinter: {} bytes, identical", bytes.len());
    }

    let mut strange = job(document(10));
    strange.mime = "image/tiff".to_owned();
    let refused = print(&ipp(&printer.uri), &strange).unwrap_err();
    assert!(matches!(refused, PrintError::Format { .. }), "{refused}");
    let mut paper = job(document(10));
    paper.media = Some("na_unheard-of_9x9in".to_owned());
    let notes = print(&ipp(&printer.uri), &paper).unwrap().notes;
    assert_eq!(notes[0].id, "printer-note-paper");

    printer.stop();
    let gone = print(&ipp(&printer.uri), &job(document(10))).unwrap_err();
    assert!(matches!(gone, PrintError::Unreachable { .. }), "{gone}");
    assert!(!gone.may_have_printed());
}

#[test]
fn a_printer_that_says_no_has_printed_nothing() {
    let refuses = FakePrinter::start(|operation, _| match operation {
        GET_PRINTER => fake_ipp::ready(),
        _ => fake_ipp::answer(
            StatusCode::ServerErrorNotAcceptingJobs,
            DelimiterTag::OperationAttributes,
            &[(
                "status-message",
                IppValue::new_text_without_language("Tray is\nbroken").unwrap(),
            )],
        ),
    });
    let error = print(&ipp(&refuses.uri), &job(document(10))).unwrap_err();
    let PrintError::Refused { message, .. } = &error else {
        panic!("{error}")
    };
    assert_eq!(message, "Tray isbroken");
    assert!(!error.may_have_printed());

    let closed = FakePrinter::start(|_, _| fake_ipp::state(5, "paused", false));
    let error = print(&ipp(&closed.uri), &job(document(10))).unwrap_err();
    assert!(matches!(error, PrintError::NotAccepting { .. }), "{error}");
    assert_eq!(closed.count(PRINT_JOB), 0, "nothing was sent");

    let locked = FakePrinter::start(|operation, _| match operation {
        GET_PRINTER => fake_ipp::ready(),
        _ => Answer::Http(403),
    });
    let error = print(&ipp(&locked.uri), &job(document(10))).unwrap_err();
    assert!(matches!(error, PrintError::Refused { .. }), "{error}");
}

#[test]
fn a_line_that_breaks_under_the_document_is_unclear_and_nothing_is_sent_twice() {
    for (name, broken) in [
        ("at once", (|| Answer::BreakAfter(0)) as fn() -> Answer),
        ("in the middle", || Answer::BreakAfter(100_000)),
        ("before the answer", || Answer::Bytes(Vec::new())),
        ("with nonsense", || {
            Answer::Bytes(b"<html>hello</html>".to_vec())
        }),
        ("with an error of its own", || Answer::Http(500)),
        ("with a jam", || {
            let tag = DelimiterTag::OperationAttributes;
            fake_ipp::answer(StatusCode::ServerErrorDeviceError, tag, &[])
        }),
    ] {
        let printer = FakePrinter::start(move |operation, _| match operation {
            GET_PRINTER => fake_ipp::ready(),
            _ => broken(),
        });
        let error = print(&ipp(&printer.uri), &job(document(2_000_000))).unwrap_err();
        assert!(error.may_have_printed(), "{name}: {error}");
        assert_eq!(error.sentence().id, "printer-unclear");
        std::thread::sleep(TICK);
        assert_eq!(
            printer.count(PRINT_JOB),
            1,
            "{name}: sent once, never again"
        );
    }
}

#[test]
fn out_of_paper_is_told_while_the_job_waits_and_ends_when_it_is_filled() {
    let printer = FakePrinter::start(|operation, before| match (operation, before) {
        (PRINT_JOB, _) => fake_ipp::taken(7),
        (GET_JOB, 0..=4) => fake_ipp::job(7, 6, "job-printing"),
        (GET_JOB, _) => fake_ipp::job(7, 9, "job-completed-successfully"),
        (_, 0..=5) => fake_ipp::state(5, "media-empty-error", true),
        _ => fake_ipp::ready(),
    });
    let bytes = document(5_000);
    let printed = print(&ipp(&printer.uri), &job(bytes.clone())).unwrap();
    assert_eq!(printed.job_id, Some(7));
    assert_eq!(
        printed.notes[0].id, "printer-reason-paper-empty",
        "told at once"
    );
    assert_eq!(printer.documents(), [bytes]);
    let mut seen = Vec::new();
    let last = watch(&printer.uri, 7, TICK, 50, |status| {
        seen.push((status.state, status.sentences.first().map(|s| s.id.clone())));
        true
    })
    .unwrap();
    assert_eq!(
        seen[0],
        (
            JobState::Stopped,
            Some("printer-reason-paper-empty".to_owned())
        )
    );
    assert_eq!((last.state, last.sentences), (JobState::Completed, vec![]));
}

#[test]
fn a_job_that_is_given_up_or_whose_printer_falls_silent_is_told_apart() {
    let aborts = FakePrinter::start(|operation, _| match operation {
        GET_PRINTER => fake_ipp::ready(),
        _ => fake_ipp::job(3, 8, "document-format-error"),
    });
    let status = watch(&aborts.uri, 3, TICK, 5, |_| true).unwrap();
    assert_eq!(status.state, JobState::Aborted);
    assert_eq!(status.sentences[0].id, "printer-reason-format");

    let uri = format!("ipp://127.0.0.1:{}/ipp/print", closed_port());
    let silent = watch(&uri, 3, TICK, 5, |_| true).unwrap_err();
    assert!(silent.may_have_printed(), "{silent}");

    let waits = FakePrinter::start(|operation, _| match operation {
        GET_PRINTER => fake_ipp::ready(),
        _ => fake_ipp::job(3, 5, "job-printing"),
    });
    let last = watch(&waits.uri, 3, Duration::from_millis(1), 4, |_| true).unwrap();
    assert_eq!(last.state, JobState::Processing);
    assert_eq!(waits.count(GET_JOB), 4, "asked no more often than told");
    let last = watch(&waits.uri, 3, TICK, 100, |_| false).unwrap();
    assert_eq!(last.state, JobState::Processing, "stopped when asked to");
}

#[test]
fn what_is_no_printer_is_said_to_be_none() {
    for page in [b"<html></html>".to_vec(), Vec::new(), vec![0; 4]] {
        let web = FakePrinter::start(move |_, _| Answer::Bytes(page.clone()));
        let error = print(&ipp(&web.uri), &job(document(10))).unwrap_err();
        assert!(!error.may_have_printed(), "{error}");
        assert_eq!(web.count(PRINT_JOB), 0, "nothing was sent: {error}");
    }
    let bad = print(&ipp("Laser in the hall"), &job(document(10))).unwrap_err();
    assert!(matches!(bad, PrintError::BadAddress(_)));
    assert!(matches!(
        print(&Target::Viewer, &job(document(1))),
        Err(PrintError::Viewer)
    ));
    assert!(matches!(
        print(&ipp("ipp://x/"), &job(Vec::new())),
        Err(PrintError::Empty)
    ));
}

#[test]
fn queues_are_listed_and_their_absence_is_said() {
    let server = FakePrinter::start(|operation, _| {
        assert_eq!(operation, CUPS_GET_PRINTERS);
        let mut response =
            IppRequestResponse::new_response(IppVersion::v1_1(), StatusCode::SuccessfulOk, 1)
                .unwrap();
        for (name, state) in [("labels", 3), ("a4", 5)] {
            let mut group = IppAttributeGroup::new(DelimiterTag::PrinterAttributes);
            for (key, value) in [
                (
                    "printer-name",
                    IppValue::new_name_without_language(name).unwrap(),
                ),
                ("printer-state", IppValue::Enum(state)),
                ("printer-state-reasons", fake_ipp::word("none")),
                (
                    "printer-info",
                    IppValue::new_text_without_language("In the hall").unwrap(),
                ),
            ] {
                group
                    .attributes_mut()
                    .push(IppAttribute::with_name(key, value).unwrap());
            }
            response.attributes_mut().groups_mut().push(group);
        }
        Answer::Ipp(response)
    });
    let found = queues_at(&server.uri).unwrap();
    let names: Vec<_> = found.iter().map(|q| (q.name.as_str(), q.state)).collect();
    assert_eq!(
        names,
        [
            ("a4", PrinterState::Stopped),
            ("labels", PrinterState::Idle)
        ]
    );
    assert!(found[0].uri.ends_with("/printers/a4") && found[0].info == "In the hall");

    let empty = FakePrinter::start(|_, _| {
        fake_ipp::answer(
            StatusCode::ClientErrorNotFound,
            DelimiterTag::OperationAttributes,
            &[],
        )
    });
    assert_eq!(queues_at(&empty.uri).unwrap(), []);

    let nobody = queues_at(&format!("ipp://127.0.0.1:{}/", closed_port())).unwrap_err();
    assert!(matches!(nobody, PrintError::NoQueues(_)), "{nobody}");
    assert_eq!(nobody.sentence().id, "printer-no-queues");
}

/// A proxy for the web is none for printers in the house.
#[test]
fn a_proxy_of_the_surroundings_is_not_asked() {
    let nowhere = format!("http://127.0.0.1:{}", closed_port());
    let child = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "queues_are_listed_and_their_absence_is_said"])
        .envs([
            ("HTTP_PROXY", &nowhere),
            ("http_proxy", &nowhere),
            ("ALL_PROXY", &nowhere),
        ])
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .output()
        .unwrap();
    assert!(
        child.status.success(),
        "{}",
        String::from_utf8_lossy(&child.stdout)
    );
}

/// A raw port that reads at most so many bytes and then closes; gives what it read.
fn raw_port(most: u64) -> (u16, std::thread::JoinHandle<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let thread = std::thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut got = Vec::new();
        stream.take(most).read_to_end(&mut got).unwrap();
        got
    });
    (port, thread)
}

fn raw(port: u16) -> Target {
    Target::Raw {
        host: "127.0.0.1".to_owned(),
        port,
    }
}

#[test]
fn a_raw_port_gets_the_same_bytes_as_often_as_asked() {
    let zpl = b"^XA^CI28^FO50,50^A0N,40^FDAda Muster^FS^XZ".repeat(2_000);
    for copies in [0, 1, 3] {
        let (port, port_reads) = raw_port(u64::MAX);
        let mut job = job(zpl.clone());
        job.copies = copies;
        let printed = print(&raw(port), &job).unwrap();
        assert_eq!(printed.place, format!("127.0.0.1:{port}"));
        assert_eq!(
            port_reads.join().unwrap(),
            zpl.repeat(usize::from(copies.max(1)))
        );
    }
    println!("raw port: {} bytes, identical", zpl.len());
}

#[test]
fn a_raw_port_that_hangs_up_in_the_middle_is_unclear() {
    for (most, length) in [(0, 400), (1_000, 50_000), (1_000, 20_000_000)] {
        let (port, port_reads) = raw_port(most);
        let error = print(&raw(port), &job(document(length))).unwrap_err();
        assert!(error.may_have_printed(), "{most} of {length}: {error}");
        port_reads.join().unwrap();
    }
}

#[test]
fn a_raw_port_that_has_closed_before_the_bytes_arrive_is_unclear() {
    // The close and the bytes cross on the wire: which comes first differs from run to run.
    for pause in (0..60).map(|step| Duration::from_micros(step * 20)) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let closes = std::thread::spawn(move || {
            let (stream, _) = listener.accept().unwrap();
            std::thread::sleep(pause);
            drop(stream);
        });
        let error = print(&raw(port), &job(document(400))).unwrap_err();
        assert!(error.may_have_printed(), "after {pause:?}: {error}");
        closes.join().unwrap();
    }
}

#[test]
fn a_raw_port_that_nobody_listens_on_is_told_soon_and_has_printed_nothing() {
    let begun = Instant::now();
    let error = print(&raw(closed_port()), &job(document(10))).unwrap_err();
    assert!(matches!(error, PrintError::Unreachable { .. }), "{error}");
    assert!(begun.elapsed() < Duration::from_secs(5));
}
