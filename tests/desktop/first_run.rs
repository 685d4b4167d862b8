//! The first run: a shop is made, by clicks and keys only.

use crate::kit::{new_shop, shot};
use acceptance::app::App;
use acceptance::page::Find;
use serde_json::json;

#[test]
fn a_shop_is_made_and_is_there_at_the_next_start() {
    let app = new_shop("first run");
    app.page().shoot(&shot("first run")).expect("a picture");
    let home = app.close().expect("closed");
    let app = App::open_at("first run", home).expect("a second window");
    app.page()
        .one(Find::Role("navigation", ""))
        .expect("the shop, not the first run");
    let text = app
        .page()
        .read(Find::Role("navigation", ""))
        .expect("its text");
    assert!(text.contains("Orders"), "{text}");
}

#[test]
fn every_screen_keeps_to_the_policy() {
    let app = new_shop("screens");
    let page = app.page();
    let session = page.session();
    session
        .script(
            "window.broken = [];
             document.addEventListener('securitypolicyviolation', (e) => window.broken.push(`${location.hash} ${e.effectiveDirective} ${e.blockedURI}`));
             window.addEventListener('error', (e) => window.broken.push(`${location.hash} ${e.message}`));
             window.addEventListener('unhandledrejection', (e) => window.broken.push(`${location.hash} ${e.reason}`));",
            &[],
        )
        .expect("a script");
    let links =
        "return [...document.querySelectorAll('nav a[href]')].map((a) => a.innerText.trim())";
    let links = session.script(links, &[]).expect("the navigation");
    let links: Vec<String> = serde_json::from_value(links).expect("texts");
    assert!(links.len() >= 4, "{links:?}");
    for at in 0..links.len() {
        let click = "document.querySelectorAll('nav a[href]')[arguments[0]].click()";
        session.script(click, &[json!(at)]).expect("a click");
        page.one(Find::Role("main", "")).expect("a screen");
        let there = format!(
            "return document.querySelectorAll('nav a[href]')[{at}].getAttribute('aria-current') === 'page'
                 && document.querySelector('[aria-busy=true]') === null"
        );
        page.until(&there).expect("the screen of that link");
        page.shoot(&shot(&format!("screen {at}")))
            .expect("a picture");
    }
    assert_eq!(
        session.script("return window.broken", &[]).expect("a list"),
        json!([])
    );
}
