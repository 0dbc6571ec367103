//! Opens each window several times, in turn, and measures it from outside.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use screen::{Display, Driver, Group, Size};
use serde_json::{Value, json};

type Wrong = Box<dyn std::error::Error>;

/// What one opening cost.
struct Opening {
    /// From process start until the page has painted its first words.
    words: Duration,
    /// From process start until the queue is painted; for the empty window the same as `words`.
    queue: Duration,
    /// The part of it in which the password opened the database.
    password: Duration,
    /// Proportional set size of the program and its web processes.
    memory_kib: u64,
}

/// Measures both windows and prints the figures.
pub(crate) fn all(folder: &Path, runs: usize) -> Result<(), Wrong> {
    let place = tempfile::Builder::new().prefix("tanu-bench-").tempdir()?;
    let office = place.path().join("office");
    let account = make_office(folder, &office)?;
    let cold = drop_caches();

    let mut empty = Vec::new();
    let mut product = Vec::new();
    for _ in 0..runs {
        // In turn, so that a busy minute falls on both.
        drop_caches();
        empty.push(open_empty(&folder.join("empty-window"))?);
        drop_caches();
        product.push(open_product(&folder.join("tanu"), &office, place.path(), &account)?);
    }

    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("{runs} openings each, in turn; {}; load of the machine {}", state(cold), first(&load));
    println!("{:<42} {:>12} {:>12}", "median", "Tanu", "empty");
    let row = |name: &str, figure: &dyn Fn(&Opening) -> u128, unit: &str| {
        let product = median(product.iter().map(figure));
        let empty = median(empty.iter().map(figure));
        println!("{name:<42} {product:>9} {unit} {empty:>9} {unit}");
    };
    row("process start to first words", &|o| o.words.as_millis(), "ms");
    row("process start to painted queue, signing in", &|o| o.queue.as_millis(), "ms");
    row("  of it: the password opens the database", &|o| o.password.as_millis(), "ms");
    row("memory, PSS of all processes", &|o| u128::from(o.memory_kib / 1024), "MB");
    for name in ["tanu", "empty-window"] {
        let bytes = fs::metadata(folder.join(name))?.len();
        println!("size of the release binary {name:<15} {:>12.1} MB", tenths(bytes));
    }
    Ok(())
}

/// Megabytes with one decimal.
#[expect(clippy::cast_precision_loss, reason = "the size of a program, shown with one decimal")]
fn tenths(bytes: u64) -> f64 {
    bytes as f64 / 1_000_000.0
}

fn state(cold: bool) -> &'static str {
    if cold { "disk caches dropped before each" } else { "disk caches warm (dropping them needs root)" }
}

fn first(line: &str) -> &str {
    line.split_whitespace().next().unwrap_or("unknown")
}

fn median(figures: impl Iterator<Item = u128>) -> u128 {
    let mut figures: Vec<u128> = figures.collect();
    figures.sort_unstable();
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

/// Forgets what was read from disk, as after a morning start; only root may.
fn drop_caches() -> bool {
    let _ = Command::new("sync").status();
    fs::write("/proc/sys/vm/drop_caches", "3").is_ok()
}

/// Makes a demonstration office and returns the account of its specialist: login and password.
fn make_office(folder: &Path, office: &Path) -> Result<(String, String), Wrong> {
    let made = Command::new(folder.join("tanu-cli"))
        .args(["demo", "--json", "--cases", "1000", "--seed", "380", "--data"])
        .arg(office)
        .output()?;
    if !made.status.success() {
        return Err(format!("tanu-cli demo: {}", String::from_utf8_lossy(&made.stderr)).into());
    }
    let told: Value = serde_json::from_slice(&made.stdout)?;
    let accounts = told["accounts"].as_array().cloned().unwrap_or_default();
    let specialist = accounts.iter().find(|account| account["role"] == "specialist");
    let specialist = specialist.ok_or("the demonstration office has no specialist")?;
    let text = |field: &str| specialist[field].as_str().unwrap_or_default().to_owned();
    Ok((text("login"), text("password")))
}

fn open_empty(program: &Path) -> Result<Opening, Wrong> {
    let display = Display::start(Size::OFFICE)?;
    let (driver, group) = Driver::start(&display, &[], program, &[])?;
    wait(&driver, PAINTED, &json!("#ready"))?;
    let words = since_start(&group, program)?;
    let memory_kib = settled_memory(&group);
    Ok(Opening { words, queue: words, password: Duration::ZERO, memory_kib })
}

fn open_product(
    program: &Path,
    office: &Path,
    home: &Path,
    (login, password): &(String, String),
) -> Result<Opening, Wrong> {
    let display = Display::start(Size::OFFICE)?;
    let environment =
        [("TANU_NOW", "2025-03-11T10:00:00+05:00".to_owned()), ("HOME", home.to_string_lossy().into_owned())];
    let arguments = ["--data".to_owned(), office.to_string_lossy().into_owned()];
    let (driver, group) = Driver::start(&display, &environment, program, &arguments)?;
    wait(&driver, PAINTED, &json!("input[type=password]"))?;
    let words = since_start(&group, program)?;
    driver.run(SIGN_IN, &[json!(login), json!(password)])?;
    let typed = Instant::now();
    wait(&driver, PAINTED, &json!("[role=row][data-case]"))?;
    let queue = since_start(&group, program)?;
    let memory_kib = settled_memory(&group);
    Ok(Opening { words, queue, password: typed.elapsed(), memory_kib })
}

/// Waits in the page until something is there and the next frame is on the screen.
fn wait(driver: &Driver, script: &str, selector: &Value) -> Result<(), Wrong> {
    let answer = driver.run_waiting(script, std::slice::from_ref(selector))?;
    if answer == json!("painted") {
        Ok(())
    } else {
        Err(format!("{selector} was never painted: {answer}").into())
    }
}

const PAINTED: &str = "
const [selector, done] = arguments;
const begun = performance.now();
const look = () => {
  const found = document.querySelector(selector);
  if (found && found.getClientRects().length > 0) requestAnimationFrame(() => setTimeout(() => done('painted'), 0));
  else if (performance.now() - begun > 60000) done(document.body.innerText.slice(0, 300));
  else requestAnimationFrame(look);
};
look();
";

/// Fills the lock page as a person does, only faster.
const SIGN_IN: &str = "
const [login, password] = arguments;
const set = (field, text) => { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); };
const secret = document.querySelector('input[type=password]');
const form = secret.closest('form');
const name = form.querySelector('input:not([type=password])');
if (name) set(name, login);
set(secret, password);
form.requestSubmit();
";

/// Time since the program, not the driver, was started.
fn since_start(group: &Group, program: &Path) -> Result<Duration, Wrong> {
    let name = fs::canonicalize(program)?;
    let of_program = |number: &u32| fs::read_link(format!("/proc/{number}/exe")).is_ok_and(|exe| exe == name);
    let process = group.processes().into_iter().find(of_program).ok_or("the program has ended")?;
    let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
    let (_, rest) = stat.rsplit_once(')').ok_or("a strange /proc")?;
    let ticks: u64 = rest.split_whitespace().nth(19).ok_or("a strange /proc")?.parse()?;
    let uptime = fs::read_to_string("/proc/uptime")?;
    let (whole, hundredths) = first(&uptime).split_once('.').ok_or("a strange /proc")?;
    let now = whole.parse::<u64>()? * 100 + hundredths.parse::<u64>()?;
    // A tick of /proc is a hundredth of a second on every Linux this runs on.
    Ok(Duration::from_millis(now.saturating_sub(ticks) * 10))
}

/// Memory after a moment of rest, without the driver.
fn settled_memory(group: &Group) -> u64 {
    std::thread::sleep(Duration::from_secs(2));
    group.memory_kib_without("WebKitWebDriver")
}
