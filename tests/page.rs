//! What a person does with a page: find by role and name or by what is written, click, type, read.
//!
//! Everything waits for a state of the page, never for time to pass.

use crate::webdriver::{Element, Session};
use anyhow::{Context, Result, bail};
use base64::Engine;
use serde_json::{Value, json};
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
    /// The innermost visible element whose text, blanks joined, is this.
    Text(&'a str),
    /// `data-test`, for what has no words.
    Test(&'a str),
}

/// Finds visible elements the way a person names them. `innerText` leaves out what is hidden.
const FINDER: &str = r##"
const [how, what, name] = arguments;
const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const byIds = (ids) => ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" ");
const named = (e) => tidy(e.getAttribute("aria-label")
  ?? (e.hasAttribute("aria-labelledby") ? byIds(e.getAttribute("aria-labelledby")) : null)
  ?? (e.labels?.length ? [...e.labels].map((l) => l.innerText).join(" ") : null)
  ?? (e.matches("input,select,textarea") ? e.placeholder || e.title : e.innerText || e.title || e.getAttribute("alt")));
const seen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && !e.closest("[inert],[aria-hidden=true]");
const native = {
  button: "button,input[type=button],input[type=submit],summary", link: "a[href]", heading: "h1,h2,h3,h4,h5,h6",
  textbox: "input:not([type]),input[type=text],input[type=search],input[type=email],input[type=tel],input[type=url],textarea",
  searchbox: "input[type=search]", checkbox: "input[type=checkbox]", radio: "input[type=radio]", combobox: "select",
  spinbutton: "input[type=number]", navigation: "nav", main: "main", dialog: "dialog[open]", row: "tr", table: "table",
};
const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
if (how === "test") return all(`[data-test="${CSS.escape(what)}"]`);
if (how === "label") return all("input,select,textarea,[role=combobox],[role=textbox],[role=spinbutton],[contenteditable=true]").filter((e) => named(e) === what);
if (how === "role") {
  const own = native[what] ? `:is(${native[what]}):not([role])` : null;
  return all([`[role="${CSS.escape(what)}"]`, own].filter(Boolean).join(",")).filter((e) => name === "" || named(e) === name);
}
const hits = all("body *").filter((e) => tidy(e.innerText) === what);
return hits.filter((e) => !hits.some((other) => other !== e && e.contains(other)));
"##;

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
        let (how, what, name) = match find {
            Find::Role(role, name) => ("role", role, name),
            Find::Label(label) => ("label", label, ""),
            Find::Text(text) => ("text", text, ""),
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
        self.insist(|| self.session.click(&self.one(find)?))
    }

    /// Replaces the text of a field.
    ///
    /// # Errors
    /// When it does not come or takes no keys.
    pub fn fill(&self, find: Find<'_>, text: &str) -> Result<()> {
        self.insist(|| {
            let field = self.one(find)?;
            self.session
                .script("arguments[0].select?.()", &[field.argument()])?;
            self.session.type_into(&field, text)
        })
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
