//! The window itself: it opens, it is ours, it is shut to everything else.

use acceptance::app::App;
use acceptance::page::Find;
use serde_json::{Value, json};

/// The one command, called from the page the way its bridge does.
const RPC: &str = "
const [name, body] = arguments;
return window.__TAURI_INTERNALS__.invoke('rpc', { name, body }).then(
    (answer) => ({ answer }), (error) => ({ error }));";

fn rpc(app: &App, name: &str, body: Value) -> Value {
    app.page()
        .session()
        .script(RPC, &[json!(name), body])
        .expect("an answer")
}

#[test]
fn the_window_opens_on_a_new_computer() {
    let app = App::open("opens").expect("a window");
    let page = app.page();
    page.one(Find::Role("main", "")).expect("the page");
    assert!(
        page.session()
            .text("title")
            .expect("a title")
            .ends_with("Backroom")
    );
    assert!(
        page.session()
            .text("url")
            .expect("a URL")
            .starts_with("tauri://localhost")
    );
    println!("the page could be driven after {:?}", app.started_in);
}

#[test]
fn nothing_of_tauri_lies_open_in_the_page() {
    let app = App::open("closed").expect("a window");
    let page = app.page();
    page.one(Find::Role("main", "")).expect("the page");
    let global = page
        .session()
        .script("return typeof window.__TAURI__", &[])
        .expect("a type");
    assert_eq!(global, "undefined");
    for command in [
        "plugin:dialog|open",
        "plugin:opener|open_path",
        "plugin:store|load",
        "plugin:window|create",
        "plugin:webview|create_webview_window",
        "plugin:path|resolve_directory",
        "plugin:event|emit",
    ] {
        let refused = page
            .session()
            .script(
                "return window.__TAURI_INTERNALS__.invoke(arguments[0], {}).then(() => 'open', (e) => String(e))",
                &[json!(command)],
            )
            .expect("an answer");
        let refused = refused.as_str().expect("a sentence");
        assert!(refused.contains("not allowed"), "{command}: {refused}");
    }
}

#[test]
fn the_page_goes_nowhere_and_loads_nothing_from_outside() {
    let app = App::open("stays").expect("a window");
    let page = app.page();
    page.one(Find::Role("main", "")).expect("the page");
    page.session()
        .script("location.href = 'https://example.com/'", &[])
        .expect("a script");
    page.session()
        .script("location.href = 'http://127.0.0.1:1/'", &[])
        .expect("a script");
    page.one(Find::Role("main", "")).expect("still the page");
    assert!(
        page.session()
            .text("url")
            .expect("a URL")
            .starts_with("tauri://localhost")
    );
    // A policy that lets nothing through says so in an event, without a request.
    let blocked = page
        .session()
        .script(
            "return new Promise((done) => {
                document.addEventListener('securitypolicyviolation', (e) => done(e.effectiveDirective), { once: true });
                fetch('https://example.com/').catch(() => {});
            })",
            &[],
        )
        .expect("an answer");
    assert_eq!(blocked, "connect-src");
    // Text does not become code: trusted types refuse it before the policy for scripts would.
    let inline = page
        .session()
        .script(
            "const script = document.createElement('script');
             try { script.textContent = 'window.ran = 1'; document.head.append(script); } catch (e) { return e.name; }
             return window.ran ?? null",
            &[],
        )
        .expect("an answer");
    assert_eq!(inline, "TypeError");
}

#[test]
fn the_window_can_name_no_file_that_nobody_picked() {
    let app = App::open("files").expect("a window");
    app.page().one(Find::Role("main", "")).expect("the page");
    let answer = rpc(&app, "import_preview", json!({"path": "/etc/passwd"}));
    assert_eq!(answer["error"]["code"], "invalid", "{answer}");
    assert_eq!(
        answer["error"]["message"]["id"], "shell-not-picked",
        "{answer}"
    );
    let answer = rpc(&app, "shell_format_disk", json!({}));
    assert_eq!(answer["error"]["code"], "not_found", "{answer}");
    let answer = rpc(
        &app,
        "shell_open_document",
        json!({"document": 1, "with": "sh"}),
    );
    assert_eq!(
        answer["error"]["message"]["id"], "shell-malformed",
        "{answer}"
    );
}

#[test]
fn what_the_page_remembers_is_there_at_the_next_start() {
    let app = App::open("remembers").expect("a window");
    app.page().one(Find::Role("main", "")).expect("the page");
    let kept = rpc(
        &app,
        "shell_remember",
        json!({"key": "density", "value": "compact"}),
    );
    assert_eq!(kept, json!({"answer": true}));
    let too_much = rpc(
        &app,
        "shell_remember",
        json!({"key": "x", "value": "x".repeat(70_000)}),
    );
    assert_eq!(too_much, json!({"answer": false}));
    let home = app.close().expect("closed");
    let app = App::open_at("remembers", home).expect("a second window");
    app.page().one(Find::Role("main", "")).expect("the page");
    let answer = rpc(&app, "shell_preferences", json!({}));
    assert_eq!(answer["answer"]["density"], "compact");
    assert_eq!(answer["answer"]["x"], Value::Null);
}

#[test]
fn the_page_keeps_to_its_own_policy() {
    let app = App::open("policy").expect("a window");
    let page = app.page();
    page.one(Find::Role("main", "")).expect("the page");
    let session = page.session();
    session
        .script(
            "window.broken = [];
             document.addEventListener('securitypolicyviolation', (e) => window.broken.push(e.effectiveDirective));",
            &[],
        )
        .expect("a script");
    page.click(Find::Role("radio", "Deutsch"))
        .expect("the page in German");
    page.one(Find::Role("radio", "English"))
        .expect("the way back");
    // One of our own at the end shows that they are told at all.
    session
        .script("document.body.setAttribute('style', 'color: red')", &[])
        .expect("a script");
    page.until("return window.broken.length > 0")
        .expect("the one of our own");
    let broken = session.script("return window.broken", &[]).expect("a list");
    assert_eq!(broken, json!(["style-src-attr"]));
}

#[test]
fn a_file_that_is_picked_becomes_a_token() {
    let app = App::open("picks").expect("a window");
    app.page().one(Find::Role("main", "")).expect("the page");
    let folder = tempfile::TempDir::new().expect("a folder");
    let file = folder.path().join("orders 1.csv");
    std::fs::write(&file, "Name\n#1001\n").expect("written");
    app.page()
        .session()
        .script(
            "window.picked = undefined;
             window.__TAURI_INTERNALS__.invoke('rpc', { name: 'shell_pick_files', body: {
                 title: 'Choose a file', filters: [{ name: 'csv', extensions: ['csv'] }], many: false } })
                 .then((files) => { window.picked = files; });",
            &[],
        )
        .expect("a script");
    app.answer_dialog(&file).expect("picked");
    app.page()
        .until("return window.picked !== undefined")
        .expect("an answer");
    let picked = app
        .page()
        .session()
        .script("return window.picked", &[])
        .expect("a list");
    assert_eq!(
        picked,
        json!([{"path": "picked:1", "name": "orders 1.csv", "size": 11}])
    );
}
