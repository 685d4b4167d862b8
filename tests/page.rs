//! What a person does with a page: find by role and name or by what is written, click, type, read.
//!
//! Everything waits for a state of the page, never for time to pass.

use crate::webdriver::{Element, Session, keys};
use anyhow::{Context, Result, bail};
use base64::Engine;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

/// How long a state may take to come about on two busy cores.
const PATIENCE: Duration = Duration::from_secs(20);
const LOOK_AGAIN: Duration = Duration::from_millis(30);

/// How something is found.
#[derive(Debug, Clone, Copy)]
pub enum Find<'a> {
    /// A role of ARIA and the accessible name, whole; native elements have their roles.
    Role(&'a str, &'a str),
    /// A form field by its label, whole.
    Label(&'a str),
    /// The form field of this label that stands at this place, counted from 1: a form may repeat itself.
    Nth(&'a str, usize),
    /// The innermost visible element whose text, blanks joined, is this.
    Text(&'a str),
    /// A place of the window's rail by its title; a count may stand behind it.
    Place(&'a str),
    /// `data-test`, for what has no words.
    Test(&'a str),
}

/// Finds visible elements the way a person names them. `innerText` leaves out what is hidden.
const FINDER: &str = r##"
const [how, what, name] = arguments;
const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
// What it is called: without what is hidden from readers, and without the key that stands beside a label.
const aside = "[aria-hidden=true],kbd";
const spoken = (e) => {
  if (!e.querySelector(aside)) return e.innerText;
  const texts = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
  const parts = [];
  while (texts.nextNode()) if (!texts.currentNode.parentElement.closest(aside)) parts.push(texts.currentNode.data);
  return parts.join(" ");
};
const byIds = (ids) => ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" ");
const named = (e) => tidy(e.getAttribute("aria-label")
  ?? (e.hasAttribute("aria-labelledby") ? byIds(e.getAttribute("aria-labelledby")) : null)
  ?? (e.labels?.length ? [...e.labels].map((l) => l.innerText).join(" ") : null)
  ?? (e.matches("input,select,textarea") ? e.placeholder || e.title : spoken(e) || e.title || e.getAttribute("alt")));
const seen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && !e.closest("[inert],[aria-hidden=true]");
const native = {
  button: "button,input[type=button],input[type=submit],summary", link: "a[href]", heading: "h1,h2,h3,h4,h5,h6",
  textbox: "input:not([type]),input[type=text],input[type=search],input[type=email],input[type=tel],input[type=url],textarea",
  searchbox: "input[type=search]", checkbox: "input[type=checkbox]", radio: "input[type=radio]", combobox: "select",
  spinbutton: "input[type=number]", navigation: "nav", main: "main", dialog: "dialog[open]", row: "tr", table: "table", list: "ul,ol",
};
const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
if (how === "test") return all(`[data-test="${CSS.escape(what)}"]`);
if (how === "place") return all("nav a[href]").filter((e) => named(e) === what || named(e).startsWith(`${what} `));
if (how === "label") {
  const fields = all("input,select,textarea,[role=combobox],[role=textbox],[role=spinbutton],[contenteditable=true]").filter((e) => named(e) === what);
  return name === "" ? fields : fields.slice(Number(name) - 1, Number(name));
}
if (how === "role") {
  const own = native[what] ? `:is(${native[what]}):not([role])` : null;
  return all([`[role="${CSS.escape(what)}"]`, own].filter(Boolean).join(",")).filter((e) => name === "" || named(e) === name);
}
const hits = all("body *").filter((e) => tidy(e.innerText) === what);
return hits.filter((e) => !hits.some((other) => other !== e && e.contains(other)));
"##;

/// The rows of the one grid that is visible, as text by column.
const ROWS: &str = r##"
const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const grid = [...document.querySelectorAll("[role=grid]")].find((e) => e.checkVisibility());
if (!grid || grid.getAttribute("aria-busy") === "true") return null;
const titles = [...grid.querySelectorAll("[role=columnheader]")].map((e) => tidy(e.innerText));
return [...grid.querySelectorAll("[role=row]:has(> [role=gridcell])")].map((row) =>
  Object.fromEntries([...row.querySelectorAll("[role=gridcell]")].map((cell, at) => [titles[at], tidy(cell.innerText)])));
"##;

/// A row of a list: what stands in it, by the titles of the columns.
pub type Row = BTreeMap<String, String>;

/// A page in a driven window.
#[derive(Debug)]
pub struct Page {
    session: Session,
}

impl Page {
    /// Takes over a session.
    #[must_use]
    pub fn new(session: Session) -> Self {
        Self { session }
    }

    /// The session itself.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// All that are visible now.
    ///
    /// # Errors
    /// When the driver is gone.
    pub fn all(&self, find: Find<'_>) -> Result<Vec<Element>> {
        let place;
        let (how, what, name) = match find {
            Find::Role(role, name) => ("role", role, name),
            Find::Label(label) => ("label", label, ""),
            Find::Nth(label, at) => {
                place = at.to_string();
                ("label", label, place.as_str())
            }
            Find::Text(text) => ("text", text, ""),
            Find::Place(title) => ("place", title, ""),
            Find::Test(id) => ("test", id, ""),
        };
        self.session
            .elements(FINDER, &[json!(how), json!(what), json!(name)])
    }

    /// The one that is meant, as soon as it is visible.
    ///
    /// # Errors
    /// When none comes, or when several do: then the name does not say which.
    pub fn one(&self, find: Find<'_>) -> Result<Element> {
        let mut found = 0;
        self.wait(&format!("{find:?}"), || {
            let mut elements = self.all(find)?;
            found = elements.len();
            Ok(if found == 1 { elements.pop() } else { None })
        })
        .with_context(|| format!("{find:?}: {found} are visible"))
    }

    /// Clicks it. An element that is redrawn at that moment is looked for again.
    ///
    /// # Errors
    /// When it does not come, or stays covered.
    pub fn click(&self, find: Find<'_>) -> Result<()> {
        self.insist(|| {
            let element = self.one(find)?;
            self.bring_into_view(&element)?;
            self.session.click(&element)
        })
    }

    /// What the protocol says a click begins with; WebKit leaves out what lies in a scrolled part.
    fn bring_into_view(&self, element: &Element) -> Result<()> {
        let scroll = "arguments[0].scrollIntoView({ block: 'nearest', behavior: 'instant' })";
        self.session.script(scroll, &[element.argument()]).map(drop)
    }

    /// Replaces the text of a field, with a click and keys as a person does.
    ///
    /// # Errors
    /// When it does not come or takes no keys.
    pub fn fill(&self, find: Find<'_>, text: &str) -> Result<()> {
        self.click(find)?;
        self.session.press(&[keys::CONTROL, "a"])?;
        if text.is_empty() {
            return self.session.press(&[keys::DELETE]);
        }
        self.session.type_keys(text)
    }

    /// Chooses an entry of a list by what is written there.
    ///
    /// # Errors
    /// When the list or the entry does not come.
    pub fn choose(&self, find: Find<'_>, entry: &str) -> Result<()> {
        self.insist(|| {
            let list = self.one(find)?;
            let options = self.session.elements(
                "const [list, entry] = arguments;
                 return [...list.options].filter((o) => o.label.trim() === entry)",
                &[list.argument(), json!(entry)],
            )?;
            let [option] = options.as_slice() else {
                bail!("{find:?} has {} entries “{entry}”", options.len());
            };
            self.session.click(option)
        })
    }

    /// What a field holds.
    ///
    /// # Errors
    /// When it does not come.
    pub fn value(&self, find: Find<'_>) -> Result<String> {
        let field = self.one(find)?;
        let value = self
            .session
            .script("return arguments[0].value", &[field.argument()])?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// The rows that the screen's list shows now, by the titles of their columns; `None` while it waits.
    ///
    /// # Errors
    /// When the driver is gone.
    pub fn rows(&self) -> Result<Option<Vec<Row>>> {
        let rows = self.session.script(ROWS, &[])?;
        Ok(serde_json::from_value(rows)?)
    }

    /// The list's rows as soon as they fulfil a condition.
    ///
    /// # Errors
    /// When they never do, with what they were in the end.
    pub fn rows_when(&self, what: &str, fits: impl Fn(&[Row]) -> bool) -> Result<Vec<Row>> {
        let mut last = None;
        self.wait(what, || {
            last = self.rows()?;
            Ok(last.clone().filter(|rows| fits(rows)))
        })
        .with_context(|| format!("the list shows {last:?}"))
    }

    /// Presses a chord, such as `[CONTROL, "k"]`.
    ///
    /// # Errors
    /// When the driver is gone.
    pub fn press(&self, chord: &[&str]) -> Result<()> {
        self.session.press(chord)
    }

    /// The visible text, blanks joined.
    ///
    /// # Errors
    /// When it does not come.
    pub fn read(&self, find: Find<'_>) -> Result<String> {
        let element = self.one(find)?;
        let text = self
            .session
            .script("return arguments[0].innerText", &[element.argument()])?;
        let text = text.as_str().unwrap_or_default();
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Waits until a script answers with `true`.
    ///
    /// # Errors
    /// When it does not within [`PATIENCE`].
    pub fn until(&self, script: &str) -> Result<()> {
        self.wait(script, || {
            Ok((self.session.script(script, &[])? == Value::Bool(true)).then_some(()))
        })
    }

    /// Waits for a value.
    ///
    /// # Errors
    /// When none comes within [`PATIENCE`], naming what was waited for.
    pub fn wait<T>(&self, what: &str, mut look: impl FnMut() -> Result<Option<T>>) -> Result<T> {
        let begun = Instant::now();
        let mut last = None;
        while begun.elapsed() < PATIENCE {
            match look() {
                Ok(Some(value)) => return Ok(value),
                Ok(None) => last = None,
                Err(error) => last = Some(error),
            }
            std::thread::sleep(LOOK_AGAIN);
        }
        match last {
            Some(error) => Err(error.context(format!("waited for {what}"))),
            None => bail!("waited in vain for {what}"),
        }
    }

    /// Saves the window's picture.
    ///
    /// # Errors
    /// When the driver is gone or the folder cannot be written.
    pub fn shoot(&self, path: &Path) -> Result<()> {
        // What was done last may not be drawn yet.
        self.session.script(
            "return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))",
            &[],
        )?;
        let picture = base64::engine::general_purpose::STANDARD.decode(self.session.picture()?)?;
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        Ok(std::fs::write(path, picture)?)
    }

    /// Tries again while the page is being redrawn.
    fn insist(&self, mut act: impl FnMut() -> Result<()>) -> Result<()> {
        let begun = Instant::now();
        loop {
            match act() {
                Ok(()) => return Ok(()),
                Err(error) => {
                    let text = format!("{error:#}");
                    let passing = ["stale element", "intercepted", "not interactable"];
                    if begun.elapsed() > PATIENCE || !passing.iter().any(|word| text.contains(word))
                    {
                        return Err(error);
                    }
                    std::thread::sleep(LOOK_AGAIN);
                }
            }
        }
    }
}
