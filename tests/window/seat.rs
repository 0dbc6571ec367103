//! A person at the window: sees what is on the screen by role and name, clicks, types and waits.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use screen::driver::ELEMENT;
use screen::{Display, Driver, Group, Picture, Size};
use serde_json::{Value, json};

use crate::office::Office;

/// How long a person waits before saying that nothing happens; generous, for busy machines.
pub(crate) const PATIENCE: Duration = Duration::from_secs(120);

/// One window at a time: WebKit and the two cores of a push runner are shared.
static TURN: Mutex<()> = Mutex::new(());

/// The program, opened on a display of its own over the data folder of an office.
#[derive(Debug)]
pub(crate) struct Seat {
    pub(crate) driver: Driver,
    // Ends the driver, the program and the web processes, in this order before the display.
    group: Group,
    display: Display,
    _turn: MutexGuard<'static, ()>,
}

impl Seat {
    /// Opens the window and waits for its first words.
    pub(crate) fn open(office: &Office, size: Size) -> Self {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        office.until_free();
        let display = Display::start(size).unwrap_or_else(|fault| panic!("{fault}"));
        let program = Path::new(env!("CARGO_BIN_EXE_tanu"));
        let (driver, group) = Driver::start(&display, &office.environment(), program, &office.arguments())
            .unwrap_or_else(|wrong| panic!("the window did not open: {wrong}"));
        let seat = Self { driver, group, display, _turn: turn };
        seat.until("the window shows something", |seat| {
            let text = seat.text();
            (!text.trim().is_empty()).then_some(())
        });
        seat
    }

    /// Cuts the power: every process of the window ends at once, nothing is asked.
    pub(crate) fn cut_power(mut self) {
        self.group.kill();
    }

    /// All text of the page.
    pub(crate) fn text(&self) -> String {
        self.script("return document.body ? document.body.innerText : ''", &[])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Whether a CSS selector finds something now.
    pub(crate) fn sees_css(&self, selector: &str) -> bool {
        let found = self.driver.run("return document.querySelector(arguments[0])", &[json!(selector)]);
        found.is_ok_and(|found| !found.is_null())
    }

    /// Runs a function body in the page.
    pub(crate) fn script(&self, script: &str, arguments: &[Value]) -> Value {
        self.driver.run(script, arguments).unwrap_or_else(|wrong| panic!("a script failed: {wrong}"))
    }

    /// The elements of a role whose name begins with `name`; an empty name means all of them.
    pub(crate) fn all(&self, role: &str, name: &str) -> Vec<Value> {
        let found = self.driver.run(SEE, &[json!("find"), json!(role), json!(name)]);
        found.ok().and_then(|found| found.as_array().cloned()).unwrap_or_default()
    }

    /// The one element of a role and name, waited for.
    pub(crate) fn one(&self, role: &str, name: &str) -> Value {
        self.until(&format!("a {role} called «{name}»"), |seat| {
            let found = seat.all(role, name);
            let exact = seat.driver.run(SEE, &[json!("exact"), json!(role), json!(name)]).ok();
            let exact = exact.and_then(|found| found.as_array().cloned()).unwrap_or_default();
            exact.into_iter().next().or_else(|| found.into_iter().next())
        })
    }

    /// Whether such an element is on the screen now.
    pub(crate) fn sees(&self, role: &str, name: &str) -> bool {
        !self.all(role, name).is_empty()
    }

    /// Waits until the page says the text.
    pub(crate) fn reads(&self, text: &str) {
        let plain = |text: &str| text.replace('\u{a0}', " ");
        self.until(&format!("the words «{text}»"), |seat| {
            plain(&seat.text()).contains(&plain(text)).then_some(())
        });
    }

    pub(crate) fn click(&self, role: &str, name: &str) {
        // The screen may be drawn anew between finding and clicking; a person simply clicks again.
        self.until(&format!("a click on the {role} «{name}»"), |seat| {
            let element = seat.one(role, name);
            let path = format!("/element/{}/click", id(&element));
            seat.driver.post(&path, &json!({})).ok()
        });
    }

    /// Clicks inside the dialog that is open, where a button may have the same name as one behind it.
    pub(crate) fn click_in_dialog(&self, role: &str, name: &str) {
        self.until(&format!("a click on the {role} «{name}» of the dialog"), |seat| {
            let found = seat.driver.run(SEE, &[json!("dialog"), json!(role), json!(name)]).ok()?;
            let element = found.as_array()?.first()?.clone();
            seat.driver.post(&format!("/element/{}/click", id(&element)), &json!({})).ok()
        });
    }

    /// The first element a CSS selector finds, waited for.
    pub(crate) fn css(&self, selector: &str) -> Value {
        self.until(&format!("the element {selector}"), |seat| {
            let found =
                seat.driver.run("return document.querySelector(arguments[0])", &[json!(selector)]).ok()?;
            (!found.is_null()).then_some(found)
        })
    }

    /// Asks the desk as the page does, over the real border; for what only a native dialog could do.
    pub(crate) fn ask(&self, command: &str, args: &Value) -> Value {
        let script = "const [name, args, done] = arguments;\n\
             window.__TAURI_INTERNALS__.invoke(name, { args }).then(\n\
               (answer) => done({ answer: answer instanceof ArrayBuffer ? [...new Uint8Array(answer)] : answer }),\n\
               (no) => done({ no }))";
        let told = self
            .driver
            .run_waiting(script, &[json!(command), args.clone()])
            .unwrap_or_else(|wrong| panic!("{command} was not answered: {wrong}"));
        assert!(told["no"].is_null(), "{command} says no: {}", told["no"]);
        told["answer"].clone()
    }

    /// Puts the text into a field, in place of what it held.
    pub(crate) fn fill(&self, role: &str, name: &str, text: &str) {
        // The field may be drawn anew under the hand; a person types once more.
        self.until(&format!("the text in the {role} «{name}»"), |seat| {
            let path = format!("/element/{}", id(&seat.one(role, name)));
            seat.driver.post(&format!("{path}/clear"), &json!({})).ok()?;
            seat.driver.post(&format!("{path}/value"), &json!({ "text": text })).ok()
        });
    }

    /// Presses keys together, by their WebDriver names: `\u{E009}` is Ctrl, `\u{E007}` is Enter.
    pub(crate) fn press(&self, keys: &[&str]) {
        let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
        let actions: Vec<Value> = down.chain(up).collect();
        let all = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
        self.driver.post("/actions", &all).unwrap_or_else(|wrong| panic!("keys cannot be pressed: {wrong}"));
    }

    /// Drags files onto the window and drops them, as a file manager does.
    pub(crate) fn drop_files(&self, files: &[PathBuf]) {
        // A point inside the window on every display.
        self.display.drop_files(files, 600, 400).unwrap_or_else(|fault| panic!("{fault}"));
    }

    /// Gives the window this size, in the corner of its display.
    pub(crate) fn resize(&self, size: Size) {
        let wanted = json!({ "x": 0, "y": 0, "width": size.width, "height": size.height });
        self.driver
            .post("/window/rect", &wanted)
            .unwrap_or_else(|wrong| panic!("no window of this size: {wrong}"));
        self.until("the window of the size asked for", |seat| {
            let now = seat.script("return [innerWidth, innerHeight]", &[]);
            (now == json!([size.width, size.height])).then_some(())
        });
    }

    /// What the display shows in this corner of it, once it is another picture than the one before and stands
    /// still for two frames: a page says it is drawn before the screen shows it.
    pub(crate) fn look_anew(&self, size: Size, before: Option<&Picture>) -> Picture {
        let look = |seat: &Self| {
            let frames = "const done = arguments[0];\n\
                          requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";
            seat.driver.run_waiting(frames, &[]).ok()?;
            seat.display.picture().ok()?.corner(size)
        };
        self.until("the next picture", |seat| {
            let picture = look(seat)?;
            let stands = look(seat).is_some_and(|again| again == picture);
            (stands && before.is_none_or(|before| *before != picture)).then_some(picture)
        })
    }

    /// Where the window keeps the sockets and files of its session.
    pub(crate) fn runtime(&self) -> PathBuf {
        self.display.folder().join("runtime")
    }

    /// Saves what the display shows under `target/window/`.
    pub(crate) fn photograph(&self, name: &str) -> PathBuf {
        let picture = self.display.picture().unwrap_or_else(|fault| panic!("no picture {name}: {fault}"));
        self.keep(&picture, name)
    }

    /// Saves a picture under `target/window/`.
    pub(crate) fn keep(&self, picture: &Picture, name: &str) -> PathBuf {
        let path = pictures().join(format!("{name}.png"));
        picture.save(&path).unwrap_or_else(|fault| panic!("no picture {name}: {fault}"));
        path
    }

    /// Chooses in a list by the words of the choice.
    pub(crate) fn pick(&self, name: &str, choice: &str) {
        let list = self.one("combobox", name);
        self.until(&format!("«{choice}» in the list «{name}»"), |seat| {
            let option = seat.driver.run(
                "return [...arguments[0].options].find((one) => one.textContent.trim().startsWith(arguments[1])) ?? null",
                &[list.clone(), json!(choice)],
            );
            let option = option.ok().filter(|option| !option.is_null())?;
            seat.driver.post(&format!("/element/{}/click", id(&option)), &json!({})).ok()
        });
    }

    /// Ticks a box, or takes its tick away, by the beginning of its name.
    pub(crate) fn tick(&self, name: &str, ticked: bool) {
        self.until(&format!("the box «{name}» {}", if ticked { "ticked" } else { "empty" }), |seat| {
            let found = seat.one("checkbox", name);
            let now = seat.driver.run("return arguments[0].checked", std::slice::from_ref(&found)).ok()?;
            if now == json!(ticked) {
                return Some(());
            }
            let _ = seat.driver.post(&format!("/element/{}/click", id(&found)), &json!({}));
            None
        });
    }

    /// Waits for something; when patience ends, says what was on the screen instead.
    pub(crate) fn until<T>(&self, what: &str, look: impl Fn(&Self) -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(found) = look(self) {
                return found;
            }
            if start.elapsed() > PATIENCE {
                let picture = self.photograph("failed");
                let seen = self.driver.run(SEE, &[json!("list")]).unwrap_or_default();
                panic!(
                    "waited in vain for {what}; on the screen ({}):\n{}\n--\n{}",
                    picture.display(),
                    seen.as_str().unwrap_or_default(),
                    self.text()
                );
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

/// The number WebDriver gave to an element.
pub(crate) fn id(element: &Value) -> String {
    element[ELEMENT].as_str().unwrap_or_default().to_owned()
}

/// Where pictures of the window are kept.
pub(crate) fn pictures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/window")
}

/// Sees the page as assistive technology does: roles, names, and only what is shown.
const SEE: &str = r#"
const [what, role, wanted] = arguments;
const selectors = {
  button: 'button,[role=button],summary,input[type=submit],input[type=button]',
  link: 'a[href],[role=link]',
  textbox: 'input:not([type]),input[type=text],input[type=password],input[type=search],input[type=email],input[type=tel],textarea,[role=textbox],[contenteditable=true]',
  checkbox: 'input[type=checkbox],[role=checkbox],[role=switch]',
  radio: 'input[type=radio],[role=radio]',
  combobox: 'select,[role=combobox]',
  option: 'option,[role=option]',
  tab: '[role=tab]',
  menuitem: '[role=menuitem],[role=menuitemradio],[role=menuitemcheckbox]',
  row: '[role=row],tr',
  dialog: '[role=dialog],[role=alertdialog],dialog',
  alert: '[role=alert]',
  heading: 'h1,h2,h3,h4,[role=heading]',
  img: 'img,[role=img]',
};
const plain = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const name = (element) => {
  const by = element.getAttribute('aria-labelledby');
  if (by) return plain(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
  if (element.getAttribute('aria-label')) return plain(element.getAttribute('aria-label'));
  if (element.labels && element.labels.length) return plain([...element.labels].map((l) => l.textContent).join(' '));
  if (element.tagName === 'IMG') return plain(element.alt);
  return plain(element.textContent) || plain(element.getAttribute('title')) || plain(element.value);
};
const shown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
const all = (role) => [...document.querySelectorAll(selectors[role] ?? `[role=${role}]`)].filter(shown);
if (what === 'list') {
  return Object.keys(selectors)
    .map((role) => `${role}: ${all(role).map((e) => '«' + name(e).slice(0, 60) + '»').join(' ')}`)
    .join('\n');
}
if (what === 'dialog') {
  const dialog = document.querySelector('[role=dialog],[role=alertdialog]');
  return all(role).filter((e) => dialog?.contains(e) && name(e) === plain(wanted));
}
const found = all(role);
if (what === 'exact') return found.filter((e) => name(e) === plain(wanted));
return found.filter((e) => name(e).startsWith(plain(wanted)));
"#;
