//! Printing through CUPS with its own programs `lp` and `lpstat`, the ones every Linux desktop has.

use super::ipp;
use super::port::{Device, JobId, JobState, Order, PrintFailure, Printer};
use super::process::{Outcome, run};

/// The printers of a CUPS server.
#[derive(Clone, Debug, Default)]
pub struct Cups {
    /// Address of the server; `None` for the one of this computer, or of `CUPS_SERVER`.
    server: Option<String>,
}

impl Cups {
    /// A server by its address or its socket.
    #[must_use]
    pub fn at(server: &str) -> Self {
        Self { server: Some(server.to_owned()) }
    }

    fn ask(&self, arguments: &[&str]) -> Result<Outcome, PrintFailure> {
        run("lpstat", arguments, self.server.as_deref(), b"")
    }
}

impl Printer for Cups {
    fn list(&self) -> Result<Vec<Device>, PrintFailure> {
        let answer = self.ask(&["-d", "-l", "-p", "-a"])?;
        // lpstat ends badly both when there are no printers and when there is no server; the first is an answer.
        if !answer.done && !answer.complained.contains("No destinations") {
            return Err(refused(&answer));
        }
        Ok(devices(&answer.said))
    }

    fn submit(&self, order: &Order<'_>) -> Result<JobId, PrintFailure> {
        order.check()?;
        let devices = self.list()?;
        let device = match order.device {
            Some(name) => {
                devices.iter().find(|device| device.name == name).ok_or(PrintFailure::UnknownPrinter)?
            }
            None => devices
                .iter()
                .find(|device| device.default)
                .or(devices.first())
                .ok_or(PrintFailure::NoPrinter)?,
        };
        let copies = order.copies.to_string();
        let sides = if order.both_sides { "sides=two-sided-long-edge" } else { "sides=one-sided" };
        // The paper goes through the pipe and never lies in a file that others could read.
        let arguments = [
            "-d",
            &device.name,
            "-t",
            order.title.as_str(),
            "-n",
            &copies,
            "-o",
            "media=A4",
            "-o",
            sides,
            "-o",
            "print-scaling=none",
            "-",
        ];
        let answer = run("lp", &arguments, self.server.as_deref(), order.pdf)?;
        if !answer.done {
            return Err(refused(&answer));
        }
        job_id(&answer.said).ok_or_else(|| refused(&answer))
    }

    fn status(&self, job: &JobId) -> Result<JobState, PrintFailure> {
        let waiting = self.ask(&["-W", "not-completed", "-o"])?;
        if waiting.done && mentions(&waiting.said, job) {
            return Ok(JobState::Waiting);
        }
        if !waiting.done && !waiting.complained.contains("No destinations") {
            return Err(refused(&waiting));
        }
        let number = job.0.rsplit_once('-').and_then(|(_, number)| number.parse().ok());
        Ok(number
            .and_then(|number| ipp::job_state(self.server.as_deref(), number))
            .unwrap_or(JobState::Unknown))
    }
}

fn refused(answer: &Outcome) -> PrintFailure {
    let said = if answer.complained.trim().is_empty() { &answer.said } else { &answer.complained };
    // One line, and not a long one: it is shown to a person.
    PrintFailure::Refused { said: said.lines().next().unwrap_or_default().chars().take(200).collect() }
}

/// Reads `lpstat -d -l -p -a`.
fn devices(said: &str) -> Vec<Device> {
    let mut default = None;
    let mut found: Vec<Device> = Vec::new();
    for line in said.lines() {
        if let Some(name) = line.strip_prefix("system default destination: ") {
            default = Some(name.trim().to_owned());
        } else if let Some(rest) = line.strip_prefix("printer ") {
            // `printer office is idle. …`, `printer office now printing …`, `printer office disabled since …`
            if let Some((name, state)) = rest.split_once(' ') {
                let accepting = !state.starts_with("disabled");
                found.push(Device {
                    name: name.to_owned(),
                    title: name.to_owned(),
                    default: false,
                    accepting,
                });
            }
        } else if let Some(title) = line.strip_prefix("\tDescription: ") {
            if let (Some(device), false) = (found.last_mut(), title.trim().is_empty()) {
                device.title = title.trim().to_owned();
            }
        } else if let Some((name, rest)) = line.split_once(' ') {
            // `office not accepting requests since …`
            if rest.starts_with("not accepting requests") {
                for device in found.iter_mut().filter(|device| device.name == name) {
                    device.accepting = false;
                }
            }
        }
    }
    for device in &mut found {
        device.default = default.as_deref() == Some(device.name.as_str());
    }
    found
}

/// Reads `request id is office-12 (1 file(s))`.
fn job_id(said: &str) -> Option<JobId> {
    let id = said.lines().find_map(|line| line.strip_prefix("request id is "))?.split(' ').next()?;
    let (name, number) = id.rsplit_once('-')?;
    (!name.is_empty() && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
        .then(|| JobId(id.to_owned()))
}

fn mentions(said: &str, job: &JobId) -> bool {
    said.lines().any(|line| line.split_whitespace().next() == Some(job.0.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "system default destination: office\n\
        printer office is idle.  enabled since Wed Nov 25 01:37:43 2026\n\tForm mounted:\n\tDescription: Кабинет 12, принтер\n\tAlerts: none\n\
        printer raw disabled since Wed Nov 25 01:37:43 2026 -\n\tDescription: \n\
        printer far now printing far-3.  enabled since Wed\n\
        office accepting requests since Wed Nov 25 01:37:43 2026\n\
        raw accepting requests since Wed\n\
        far not accepting requests since Wed -\n";

    #[test]
    fn the_list_of_printers_is_read_with_titles_and_states() {
        let device = |name: &str, title: &str, default, accepting| Device {
            name: name.into(),
            title: title.into(),
            default,
            accepting,
        };
        let expected = vec![
            device("office", "Кабинет 12, принтер", true, true),
            device("raw", "raw", false, false),
            device("far", "far", false, false),
        ];
        assert_eq!(devices(LIST), expected, "stopped or closed printers stay in the list and say so");
        assert_eq!(devices("no system default destination\n"), vec![], "a computer without printers");
    }

    #[test]
    fn a_job_is_known_by_the_id_the_spooler_gave() {
        let rows = [
            ("request id is office-12 (0 file(s))\n", Some("office-12")),
            ("request id is a-b-7 (1 file(s))", Some("a-b-7")),
            ("request id is office (1 file(s))", None),
            ("request id is -7 (1 file(s))", None),
            ("", None),
        ];
        for (said, id) in rows {
            assert_eq!(job_id(said), id.map(|id| JobId(id.to_owned())), "{said:?}");
        }
    }

    #[test]
    fn no_answer_of_a_spooler_breaks_the_reader() {
        let seed = 0x0cb5_u64;
        println!("seed {seed:#x}");
        let mut state = seed;
        let mut chance = |n: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state % n as u64).unwrap_or(0)
        };
        let strange: Vec<char> = "\u{0}\t\n -:ы\u{202e}😀1".chars().collect();
        for _ in 0..5_000 {
            let mut text: Vec<char> = LIST.chars().collect();
            for _ in 0..=chance(6) {
                let at = chance(text.len());
                match chance(3) {
                    0 => text[at] = strange[chance(strange.len())],
                    1 => text.truncate(at.max(1)),
                    _ => text.insert(at, strange[chance(strange.len())]),
                }
            }
            let text: String = text.iter().collect();
            let found = devices(&text);
            assert!(
                found.iter().filter(|device| device.default).count() <= found.len(),
                "seed {seed:#x}: {text:?}"
            );
            assert!(
                found
                    .iter()
                    .all(|device| !device.name.contains(char::is_control) || text.contains(&device.name)),
                "seed {seed:#x}"
            );
            let _ = (job_id(&text), mentions(&text, &JobId("office-1".into())));
        }
    }
}
