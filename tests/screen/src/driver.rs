//! Speaks WebDriver to WebKitWebDriver: JSON over plain HTTP on this machine, one question at a time.
//!
//! A client library would bring an asynchronous runtime for what is one blocking conversation.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::{Display, Group};

/// How long the driver may take to come up on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// The name under which WebDriver passes elements.
pub const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// What the driver answered instead of a value.
#[derive(Debug)]
pub struct Wrong {
    /// The code of the standard: `no such element`, `stale element reference`…
    pub code: String,
    pub message: String,
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for Wrong {}

/// A conversation with one driver; the session begins with [`Driver::start`].
#[derive(Debug)]
pub struct Driver {
    port: u16,
    session: String,
}

impl Driver {
    /// Starts WebKitWebDriver with the environment of `command`, and opens `program` by it. The group holds
    /// the driver, the program and the web processes; they end with it.
    ///
    /// # Errors
    /// What the driver said, or that there is none.
    pub fn start(
        display: &Display,
        environment: &[(&str, String)],
        program: &Path,
        arguments: &[String],
    ) -> Result<(Self, Group), Wrong> {
        let port = free_port().map_err(|error| broken(&error))?;
        let mut command = Command::new("WebKitWebDriver");
        display
            .dress(&mut command)
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            // After that of the display, which names no message bus: a test may have one.
            .envs(environment.iter().map(|(name, value)| (name, value)));
        let mut group = Group::start(&mut command).map_err(|fault| broken(&fault))?;
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if group.ended().is_some() || start.elapsed() > PATIENCE {
                return Err(broken(&"WebKitWebDriver did not come up"));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let driver = Self::begin(port, program, arguments)?;
        Ok((driver, group))
    }

    fn begin(port: u16, program: &Path, arguments: &[String]) -> Result<Self, Wrong> {
        let browser = json!({ "binary": program, "args": arguments });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": browser } } });
        let answer = ask(port, "POST", "/session", &wanted)?;
        let session = answer["sessionId"].as_str().unwrap_or_default().to_owned();
        let driver = Self { port, session };
        // Scripts that wait for the page (axe) may take long on a busy machine.
        driver.post("/timeouts", &json!({ "script": 120_000, "pageLoad": 60_000, "implicit": 0 }))?;
        Ok(driver)
    }

    /// Asks for something of the session.
    ///
    /// # Errors
    /// What the driver answered instead.
    pub fn get(&self, path: &str) -> Result<Value, Wrong> {
        ask(self.port, "GET", &format!("/session/{}{path}", self.session), &Value::Null)
    }

    /// Does something in the session.
    ///
    /// # Errors
    /// What the driver answered instead.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value, Wrong> {
        ask(self.port, "POST", &format!("/session/{}{path}", self.session), body)
    }

    /// Runs a function body in the page and waits for its value.
    ///
    /// # Errors
    /// What the driver answered instead.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Result<Value, Wrong> {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Runs a function body whose last argument is a callback, and waits until it is called.
    ///
    /// # Errors
    /// What the driver answered instead.
    pub fn run_waiting(&self, script: &str, arguments: &[Value]) -> Result<Value, Wrong> {
        self.post("/execute/async", &json!({ "script": script, "args": arguments }))
    }

    /// Asks the program to close its window, as a person would.
    pub fn close(&self) {
        let _ = ask(self.port, "DELETE", &format!("/session/{}", self.session), &Value::Null);
    }
}

fn broken(error: &dyn std::fmt::Display) -> Wrong {
    Wrong { code: "no conversation".to_owned(), message: error.to_string() }
}

/// A port nobody listens to at this moment.
fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

fn ask(port: u16, method: &str, path: &str, body: &Value) -> Result<Value, Wrong> {
    let answer = exchange(port, method, path, body).map_err(|error| broken(&error))?;
    let parsed: Value = serde_json::from_slice(&answer).map_err(|error| broken(&error))?;
    let value = parsed["value"].clone();
    match value["error"].as_str() {
        Some(code) => Err(Wrong {
            code: code.to_owned(),
            message: value["message"].as_str().unwrap_or_default().to_owned(),
        }),
        None => Ok(value),
    }
}

/// One HTTP exchange on a connection of its own; the body of the answer.
fn exchange(port: u16, method: &str, path: &str, body: &Value) -> std::io::Result<Vec<u8>> {
    let body = if method == "POST" { body.to_string() } else { String::new() };
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(180)))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = Vec::new();
    let ended = stream.read_to_end(&mut answer);
    let head = answer
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .ok_or_else(|| ended.err().unwrap_or_else(|| std::io::Error::other("the driver hung up")))?;
    Ok(answer.split_off(head + 4))
}
