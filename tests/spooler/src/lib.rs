//! A real CUPS of one's own for tests: a scheduler started as an ordinary process with everything in a
//! temporary folder, and a printer behind it that keeps what it was sent. Needs Debian's `cups`.
#![cfg(unix)]

use std::fs::Permissions;
use std::io::Read;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Name of the queue.
pub const QUEUE: &str = "office";
/// What people would call it.
pub const TITLE: &str = "Кабинет 12";

/// The scheduler with its one queue; stopped and swept away when dropped.
pub struct Spooler {
    folder: tempfile::TempDir,
    scheduler: Child,
    received: Arc<Mutex<Vec<Vec<u8>>>>,
    closing: Arc<AtomicBool>,
    port: u16,
}

/// A printer that understands PDF, so that fonts and text reach it as they were made.
const PPD: &str = r#"*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "OFFICE.PPD"
*Manufacturer: "Office"
*Product: "(Office)"
*ModelName: "Office"
*ShortNickName: "Office"
*NickName: "Office"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*cupsVersion: 2.4
*cupsFilter2: "application/pdf application/pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*OrderDependency: 10 AnySetup *PageSize
*DefaultPageSize: A4
*PageSize A4/A4: ""
*CloseUI: *PageSize
*OpenUI *PageRegion/Media Size: PickOne
*OrderDependency: 10 AnySetup *PageRegion
*DefaultPageRegion: A4
*PageRegion A4/A4: ""
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
"#;

impl Spooler {
    /// Starts the scheduler and waits until it answers and its queue takes jobs.
    ///
    /// # Errors
    /// A sentence that says what is missing or what did not start.
    pub fn start() -> Result<Self, String> {
        let folder = tempfile::Builder::new()
            .prefix("tanu-cups")
            .tempdir()
            .map_err(|e| format!("a temporary folder: {e}"))?;
        let root = folder.path().to_owned();
        // The filters and the connection to the printer run as another user when the scheduler is root's.
        std::fs::set_permissions(&root, Permissions::from_mode(0o755))
            .map_err(|e| format!("its mode: {e}"))?;
        for name in ["spool", "cache", "tmp", "run", "ssl"] {
            std::fs::create_dir(root.join(name)).map_err(|e| format!("{name}: {e}"))?;
        }
        write(&root, "cups-files.conf", &files_conf(&root))?;
        write(&root, "cupsd.conf", &cupsd_conf(&root))?;
        write(&root, "office.ppd", PPD)?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .map_err(|e| format!("a port for the printer: {e}"))?;
        let port = listener.local_addr().map_err(|e| e.to_string())?.port();
        let received = Arc::new(Mutex::new(Vec::new()));
        let closing = Arc::new(AtomicBool::new(false));
        let (tray, ends) = (Arc::clone(&received), Arc::clone(&closing));
        thread::spawn(move || {
            for stream in listener.incoming() {
                if ends.load(Ordering::Acquire) {
                    return;
                }
                let mut job = Vec::new();
                // Nothing that ended in the middle came out of the printer.
                if stream.and_then(|mut stream| stream.read_to_end(&mut job)).is_ok() {
                    tray.lock().unwrap_or_else(PoisonError::into_inner).push(job);
                }
            }
        });
        let program = program("cupsd")?;
        let scheduler = Command::new(program)
            .arg("-f")
            .arg("-c")
            .arg(root.join("cupsd.conf"))
            .arg("-s")
            .arg(root.join("cups-files.conf"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|e| format!("cupsd: {e}"))?;
        let spooler = Self { folder, scheduler, received, closing, port };
        spooler.until("the scheduler answers", |spooler| {
            spooler
                .ask("lpstat", &["-r"])
                .is_ok_and(|out| String::from_utf8_lossy(&out.stdout).contains("is running"))
        })?;
        let ppd = root.join("office.ppd").display().to_string();
        let device = format!("socket://127.0.0.1:{port}");
        let made = spooler.ask(
            "lpadmin",
            &[
                "-p",
                QUEUE,
                "-E",
                "-v",
                &device,
                "-P",
                &ppd,
                "-D",
                TITLE,
                "-o",
                "printer-error-policy=abort-job",
                "-o",
                "printer-is-shared=false",
            ],
        )?;
        if !made.status.success() {
            return Err(format!("lpadmin: {}", String::from_utf8_lossy(&made.stderr)));
        }
        spooler.ask("lpadmin", &["-d", QUEUE])?;
        Ok(spooler)
    }

    /// What to put into `CUPS_SERVER` so that `lp` and `lpstat` find this scheduler.
    #[must_use]
    pub fn address(&self) -> String {
        self.folder.path().join("cups.sock").display().to_string()
    }

    /// The jobs the printer got, in their order, as it got them.
    #[must_use]
    pub fn received(&self) -> Vec<Vec<u8>> {
        self.received.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until the printer has got so many jobs.
    ///
    /// # Errors
    /// They did not come in half a minute.
    pub fn received_at_least(&self, jobs: usize) -> Result<Vec<Vec<u8>>, String> {
        self.until(&format!("{jobs} jobs arrive"), |spooler| spooler.received().len() >= jobs)?;
        Ok(self.received())
    }

    /// Stops the queue, as an administrator or an empty tray would: jobs wait.
    ///
    /// # Errors
    /// The scheduler does not take the command.
    pub fn stop_queue(&self) -> Result<(), String> {
        self.ask("cupsdisable", &[QUEUE]).map(drop)
    }

    /// Cancels everything that waits.
    ///
    /// # Errors
    /// The scheduler does not take the command.
    pub fn cancel_all(&self) -> Result<(), String> {
        self.ask("cancel", &["-a"]).map(drop)
    }

    /// What the scheduler kept of the titles, copies and sides of the jobs.
    #[must_use]
    pub fn page_log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("page_log")).unwrap_or_default()
    }

    fn ask(&self, name: &str, arguments: &[&str]) -> Result<Output, String> {
        Command::new(program(name)?)
            .args(arguments)
            .env("CUPS_SERVER", self.address())
            .env("LC_ALL", "C.UTF-8")
            .output()
            .map_err(|e| format!("{name}: {e}"))
    }

    fn until(&self, what: &str, holds: impl Fn(&Self) -> bool) -> Result<(), String> {
        let started = Instant::now();
        while !holds(self) {
            if started.elapsed() > Duration::from_secs(30) {
                let log = std::fs::read_to_string(self.folder.path().join("error_log")).unwrap_or_default();
                let tail: Vec<&str> = log.lines().rev().take(20).collect();
                return Err(format!("{what}: not in 30 s; the scheduler's log, last line first: {tail:#?}"));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Spooler {
    fn drop(&mut self) {
        let _ = self.scheduler.kill();
        let _ = self.scheduler.wait();
        self.closing.store(true, Ordering::Release);
        // Wakes the printer so that it sees the end.
        let _ = std::net::TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}

/// Administrators' programs are often not on the path of an ordinary user.
fn program(name: &str) -> Result<PathBuf, String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain(["/usr/sbin", "/sbin", "/usr/bin"].map(PathBuf::from))
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
        .ok_or_else(|| format!("{name} is not installed; on Debian: apt-get install cups cups-client"))
}

fn write(root: &Path, name: &str, text: &str) -> Result<(), String> {
    std::fs::write(root.join(name), text).map_err(|e| format!("{name}: {e}"))
}

fn files_conf(root: &Path) -> String {
    let root = root.display();
    format!(
        "ServerRoot {root}\nRequestRoot {root}/spool\nCacheDir {root}/cache\nTempDir {root}/tmp\nStateDir {root}/run\n\
         ErrorLog {root}/error_log\nAccessLog {root}/access_log\nPageLog {root}/page_log\nServerKeychain {root}/ssl\nSystemGroup root\n"
    )
}

fn cupsd_conf(root: &Path) -> String {
    let root = root.display();
    format!(
        "LogLevel info\nListen {root}/cups.sock\nBrowsing Off\nDefaultAuthType None\nWebInterface No\nMaxLogSize 0\n\
         <Location />\nOrder allow,deny\nAllow all\n</Location>\n<Location /admin>\nOrder allow,deny\nAllow all\n</Location>\n\
         <Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n"
    )
}
