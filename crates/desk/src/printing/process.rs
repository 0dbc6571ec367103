//! Runs a program of the spooler: arguments one by one and never through a shell, with a time limit.

use super::port::PrintFailure;
use std::io::{ErrorKind, Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A spooler on this computer answers at once; one across a broken network should not freeze the desk.
const PATIENCE: Duration = Duration::from_secs(20);
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// What a program left behind.
pub(super) struct Outcome {
    pub(super) done: bool,
    pub(super) said: String,
    pub(super) complained: String,
}

/// Runs it to the end with `input` on its standard input.
pub(super) fn run(
    program: &'static str,
    arguments: &[&str],
    server: Option<&str>,
    input: &[u8],
) -> Result<Outcome, PrintFailure> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // The answers are read by this program, so they must not be translated.
    command.env("LC_ALL", "C.UTF-8").env("LANGUAGE", "C");
    if let Some(server) = server {
        command.env("CUPS_SERVER", server);
    }
    let mut child = command.spawn().map_err(|source| match source.kind() {
        ErrorKind::NotFound => PrintFailure::NoSpooler(source),
        _ => PrintFailure::Run { program, source },
    })?;
    let ended = thread::scope(|scope| {
        let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        // A program that refuses early closes its input; that is told by its exit, not by our write.
        scope.spawn(|| stdin.map(|mut pipe| pipe.write_all(input)));
        let said = scope.spawn(|| text_of(stdout));
        let complained = scope.spawn(|| text_of(stderr));
        let done = wait(&mut child);
        (done, said.join().unwrap_or_default(), complained.join().unwrap_or_default())
    });
    let (done, said, complained) = ended;
    match done {
        Ok(Some(done)) => Ok(Outcome { done, said, complained }),
        Ok(None) => Err(PrintFailure::Silent { seconds: PATIENCE.as_secs() }),
        Err(source) => Err(PrintFailure::Run { program, source }),
    }
}

fn text_of(pipe: Option<impl Read>) -> String {
    let mut bytes = Vec::new();
    if let Some(pipe) = pipe {
        // A list of printers longer than this is no list of printers.
        let _ = pipe.take(1 << 20).read_to_end(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whether it ended well; `None` when it was stopped because it took too long.
fn wait(child: &mut Child) -> std::io::Result<Option<bool>> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status.success()));
        }
        if started.elapsed() > PATIENCE {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(LOOK_EVERY);
    }
}
