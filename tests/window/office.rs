//! The data folder of a demonstration office, made once by the program and copied for each test.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::seat::PATIENCE;

/// How many invented cases the office has.
pub(crate) const CASES: u32 = 40;

/// The lock file of a vault.
const LOCK: &str = "lock";

/// An office of one test, with a home folder that nobody else has.
#[derive(Debug)]
pub(crate) struct Office {
    folder: TempDir,
    now: String,
    spooler: Option<String>,
    buses: Option<[String; 2]>,
}

impl Office {
    /// The demonstration office on the given morning (RFC 3339).
    pub(crate) fn on(now: &str) -> Self {
        let folder = folder();
        copy(made_once(), &folder.path().join("office"));
        for name in ["home", "temporary"] {
            fs::create_dir(folder.path().join(name)).expect("a folder of the person");
        }
        Self { folder, now: now.to_owned(), spooler: None, buses: None }
    }

    /// A PC of the same people without a database: only the mark that it shows a demonstration, without which
    /// the window cannot be driven and no demonstration can be opened there.
    pub(crate) fn another_pc(of: &Office) -> Self {
        let folder = folder();
        for name in ["office", "home", "temporary"] {
            fs::create_dir(folder.path().join(name)).expect("a folder of the other PC");
        }
        let mark = desk::demonstration::MARK;
        fs::copy(of.data().join(mark), folder.path().join("office").join(mark)).expect("the mark is copied");
        Self { folder, now: of.now.clone(), spooler: None, buses: None }
    }

    /// The same office with a spooler at this address and nothing else to print on.
    pub(crate) fn printing_at(mut self, address: String) -> Self {
        self.spooler = Some(address);
        self
    }

    /// The same office on a computer whose session and system are heard on these buses.
    pub(crate) fn on_buses(mut self, session: String, system: String) -> Self {
        self.buses = Some([session, system]);
        self
    }

    /// Where the program keeps its data.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("office")
    }

    /// A folder for what a person saves.
    pub(crate) fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// Where the program and the engine of the window put what they need for a moment.
    pub(crate) fn temporary(&self) -> PathBuf {
        self.folder.path().join("temporary")
    }

    /// Waits until no window holds the office: every copy has the one lock file, and a program whose power was cut
    /// lets go of it only when the system has buried it.
    pub(crate) fn until_free(&self) {
        let Ok(lock) = fs::File::open(self.data().join(LOCK)) else { return };
        let start = Instant::now();
        while lock.try_lock().is_err() {
            assert!(start.elapsed() < PATIENCE, "a window of before still holds the office");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// A folder for the test itself, which the program does not know.
    pub(crate) fn scratch(&self) -> PathBuf {
        let folder = self.folder.path().join("scratch");
        fs::create_dir_all(&folder).expect("a folder of the test");
        folder
    }

    pub(crate) fn arguments(&self) -> Vec<String> {
        vec!["--data".to_owned(), self.data().to_string_lossy().into_owned()]
    }

    pub(crate) fn environment(&self) -> Vec<(&'static str, String)> {
        let home = self.home().to_string_lossy().into_owned();
        // Without a printer the address leads nowhere, so that no test prints on the printer of a person.
        let spooler = self.spooler.clone().unwrap_or_else(|| "127.0.0.1:9".to_owned());
        let [session, system] = self.buses.clone().unwrap_or_default();
        let buses = [("DBUS_SESSION_BUS_ADDRESS", session), ("DBUS_SYSTEM_BUS_ADDRESS", system)];
        let mut all = vec![
            ("TANU_NOW", self.now.clone()),
            ("XDG_CONFIG_HOME", format!("{home}/config")),
            ("XDG_DATA_HOME", format!("{home}/share")),
            ("XDG_CACHE_HOME", format!("{home}/cache")),
            ("HOME", home),
            ("TMPDIR", self.temporary().to_string_lossy().into_owned()),
            ("CUPS_SERVER", spooler),
            ("LANG", "C.UTF-8".to_owned()),
        ];
        all.extend(buses.into_iter().filter(|(_, address)| !address.is_empty()));
        all
    }
}

/// Where a test works: beside the office it copies, so that one file may lie in both.
fn folder() -> TempDir {
    let within = Path::new(env!("CARGO_TARGET_TMPDIR"));
    tempfile::Builder::new().prefix("window-").tempdir_in(within).expect("a folder")
}

/// The folder of a demonstration application, as a person has it on the disk.
pub(crate) fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo").join(name)
}

/// Makes the office with the command line beside the program under test.
fn made_once() -> &'static Path {
    static OFFICE: OnceLock<PathBuf> = OnceLock::new();
    OFFICE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("demonstration");
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("the office of an earlier run goes away");
        }
        let program = Path::new(env!("CARGO_BIN_EXE_tanu")).with_file_name("tanu-cli");
        let made = Command::new(&program)
            .args(["demo", "--cases", &CASES.to_string(), "--seed", "380", "--data"])
            .arg(&folder)
            .output()
            .unwrap_or_else(|error| {
                panic!("{} does not run ({error}): cargo build -p tanu-cli", program.display())
            });
        assert!(made.status.success(), "tanu-cli demo: {}", String::from_utf8_lossy(&made.stderr));
        folder
    })
}

/// Copies an office as its own folder again. A copied office is known by its lock file, which a copying program
/// makes anew: its exchange stands still and a banner says so over every screen. Here the very file goes along.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder to copy into");
    for entry in fs::read_dir(from).expect("a folder to copy").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else if entry.file_name() == LOCK {
            fs::hard_link(entry.path(), &target).expect("the lock file goes along");
        } else {
            fs::copy(entry.path(), &target).expect("a file is copied");
        }
    }
}
