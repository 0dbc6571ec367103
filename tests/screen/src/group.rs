//! A program in a process group of its own, so that it and all its children end together.

use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

use crate::Fault;

/// How long the system may take to bury what was ended.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running program with all it started; everything ends when this is dropped.
#[derive(Debug)]
pub struct Group {
    child: Child,
}

impl Group {
    /// Starts the program as the leader of a new group.
    ///
    /// # Errors
    /// [`Fault::Start`] where there is no such program.
    pub fn start(command: &mut Command) -> Result<Self, Fault> {
        let program = command.get_program().to_string_lossy().into_owned();
        let child = command.process_group(0).spawn().map_err(|source| Fault::Start { program, source })?;
        Ok(Self { child })
    }

    /// Number of the leader, which is also the number of the group.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// What the leader writes to its standard error, where that was piped; once.
    pub fn complaints(&mut self) -> Option<std::process::ChildStderr> {
        self.child.stderr.take()
    }

    /// How the leader ended, if it did.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// Ends the group at once and without a word, as a power cut would, and returns when none of it runs: a
    /// process that is being ended still holds its files and locks.
    pub fn kill(&mut self) {
        // The group outlives its leader when a child was slow to end, so the signal is sent in any case.
        let group = format!("-{}", self.child.id());
        let _ =
            Command::new("kill").args(["-KILL", "--", &group]).stderr(std::process::Stdio::null()).status();
        let _ = self.child.wait();
        let start = Instant::now();
        while !self.processes().is_empty() && start.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The numbers of all processes of the group that have not ended.
    #[must_use]
    pub fn processes(&self) -> Vec<u32> {
        let group = self.child.id();
        let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        let numbers = entries.filter_map(|entry| entry.file_name().to_string_lossy().parse::<u32>().ok());
        numbers.filter(|number| group_of(*number) == Some(group)).collect()
    }

    /// Memory of the processes of the group in KiB, without those of one program: proportional set size,
    /// shared pages divided fairly.
    #[must_use]
    pub fn memory_kib_without(&self, program: &str) -> u64 {
        let is_other = |number: &u32| {
            !std::fs::read_link(format!("/proc/{number}/exe")).is_ok_and(|exe| exe.ends_with(program))
        };
        self.processes().into_iter().filter(is_other).filter_map(memory_kib).sum()
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The group of a process that has not ended.
fn group_of(process: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name stands in brackets and may hold spaces; after it come state, parent, group.
    let (_, rest) = stat.rsplit_once(')')?;
    let mut words = rest.split_whitespace();
    // Ended, and only waiting for its parent to ask how.
    let has_ended = words.next()? == "Z";
    let group = words.nth(1)?.parse().ok()?;
    (!has_ended).then_some(group)
}

fn memory_kib(process: u32) -> Option<u64> {
    let rollup = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = rollup.lines().find(|line| line.starts_with("Pss:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
