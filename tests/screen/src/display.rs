//! Xvfb: a display that exists only in memory.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::drag::Hand;
use crate::{Fault, Group, Picture};

/// Width and height of a display in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

impl Size {
    /// The office PC this program is made for first.
    pub const OFFICE: Self = Self { width: 1366, height: 768 };
    /// A usual large screen.
    pub const LARGE: Self = Self { width: 1920, height: 1080 };
}

/// A running Xvfb with a runtime folder of its own; it ends when this is dropped.
#[derive(Debug)]
pub struct Display {
    server: Child,
    number: String,
    // Holds the frame buffer file and the runtime folder; removed with the display.
    folder: TempDir,
    hand: OnceLock<Hand>,
}

impl Display {
    /// Starts Xvfb on a number it finds free itself.
    ///
    /// # Errors
    /// When Xvfb is not installed or does not come up.
    pub fn start(size: Size) -> Result<Self, Fault> {
        let folder = tempfile::Builder::new().prefix("tanu-screen-").tempdir().map_err(Fault::Folder)?;
        let runtime = folder.path().join("runtime");
        fs::create_dir(&runtime).map_err(Fault::Folder)?;
        // WebKit refuses a runtime folder that others may read.
        fs::set_permissions(&runtime, fs::Permissions::from_mode(0o700)).map_err(Fault::Folder)?;
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-screen", "0"])
            .arg(format!("{}x{}x24", size.width, size.height))
            .arg("-fbdir")
            .arg(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .map_err(|source| Fault::Start { program: "Xvfb".to_owned(), source })?;
        let number = server.stdout.take().and_then(first_line);
        match number {
            Some(number) => Ok(Self { server, number, folder, hand: OnceLock::new() }),
            None => {
                let _ = server.kill();
                let _ = server.wait();
                Err(Fault::NoDisplay)
            }
        }
    }

    /// What a program must find in its environment to open its window here and nowhere else.
    #[must_use]
    pub fn environment(&self) -> [(&'static str, String); 5] {
        [
            // Otherwise a message bus is started for the window, in a session of its own, and never ends.
            ("DBUS_SESSION_BUS_ADDRESS", "disabled:".to_owned()),
            ("NO_AT_BRIDGE", "1".to_owned()),
            ("DISPLAY", format!(":{}", self.number)),
            ("XDG_RUNTIME_DIR", self.folder.path().join("runtime").to_string_lossy().into_owned()),
            ("GDK_BACKEND", "x11".to_owned()),
        ]
    }

    /// The command with this display in its environment, and no Wayland.
    pub fn dress<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.envs(self.environment()).env_remove("WAYLAND_DISPLAY")
    }

    /// What the display shows now.
    ///
    /// # Errors
    /// When the frame buffer cannot be read.
    pub fn picture(&self) -> Result<Picture, Fault> {
        Picture::read(&self.frame_buffer())
    }

    /// Waits until a program has painted: the picture has many colours and is the same twice in a row.
    ///
    /// # Errors
    /// [`Fault::Ended`] when the program ends first, [`Fault::NothingPainted`] after `limit`.
    pub fn painted(&self, program: &mut Group, limit: Duration) -> Result<Picture, Fault> {
        const PAUSE: Duration = Duration::from_millis(250);
        const COLOURS_OF_TEXT: usize = 24;
        let start = Instant::now();
        let mut last: Option<Picture> = None;
        while start.elapsed() < limit {
            if let Some(status) = program.ended() {
                return Err(Fault::Ended(status));
            }
            let picture = self.picture()?;
            let stands_still = last.as_ref() == Some(&picture);
            // An empty window has one or two colours; smoothed letters alone bring dozens.
            if stands_still && picture.colours() >= COLOURS_OF_TEXT {
                return Ok(picture);
            }
            last = Some(picture);
            std::thread::sleep(PAUSE);
        }
        Err(Fault::NothingPainted(limit.as_secs()))
    }

    /// Drags files onto the window that stands at a point of this display, and lets them fall there.
    ///
    /// # Errors
    /// [`Fault::Drag`] when no window takes them.
    pub fn drop_files(&self, files: &[PathBuf], x: u16, y: u16) -> Result<(), Fault> {
        if self.hand.get().is_none() {
            let _ = self.hand.set(Hand::on(&format!(":{}", self.number))?);
        }
        self.hand.get().ok_or(Fault::NoDisplay)?.drop_at(files, x, y)
    }

    /// A folder that lives as long as the display.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn frame_buffer(&self) -> PathBuf {
        self.folder.path().join("Xvfb_screen0")
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn first_line(out: impl Read) -> Option<String> {
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line).ok()?;
    let number = line.trim();
    (!number.is_empty()).then(|| number.to_owned())
}
