//! The journal of prints: which copy of a paper this is, what came out, what goes into the queue again.

use super::port::JobState;

/// Where a print stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Print {
    /// Ready, not handed over yet, or put back because it did not come out.
    Waiting,
    /// Handed to the spooler; nobody has looked into the tray.
    Sent,
    /// A person ticked it: the sheets are there.
    Printed,
    /// The spooler gave up or a person said that nothing came out.
    Failed,
}

impl Print {
    pub const ALL: [Print; 4] = [Print::Waiting, Print::Sent, Print::Printed, Print::Failed];

    /// Stable name for the database and the contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Print::Waiting => "waiting",
            Print::Sent => "sent",
            Print::Printed => "printed",
            Print::Failed => "failed",
        }
    }

    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|print| print.code() == code)
    }

    /// After the spooler was asked. What a person ticked is not undone by a machine.
    #[must_use]
    pub fn after_spooler(self, state: JobState) -> Self {
        match (self, state) {
            (Print::Sent, JobState::Failed) => Print::Failed,
            (Print::Sent, JobState::Waiting | JobState::Sent | JobState::Unknown)
            | (Print::Waiting | Print::Printed | Print::Failed, _) => self,
        }
    }

    /// After a person looked into the tray: `None` when there was nothing to look for.
    #[must_use]
    pub fn after_look(self, came_out: bool) -> Option<Self> {
        match (self, came_out) {
            (Print::Sent | Print::Printed | Print::Failed, true) => Some(Print::Printed),
            (Print::Sent | Print::Printed | Print::Failed, false) => Some(Print::Failed),
            (Print::Waiting, true | false) => None,
        }
    }

    /// Whether sheets of this print may be in somebody's hands.
    #[must_use]
    pub fn may_exist(self) -> bool {
        match self {
            Print::Sent | Print::Printed => true,
            Print::Waiting | Print::Failed => false,
        }
    }

    /// Whether the batch of the day takes it.
    #[must_use]
    pub fn to_print(self) -> bool {
        match self {
            Print::Waiting | Print::Failed => true,
            Print::Sent | Print::Printed => false,
        }
    }
}

/// Number of a copy: the first is the original, every later one says «дубликат» and its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Copy(u32);

impl Copy {
    /// The next copy after these prints of the same paper, each with the number of copies it asked for.
    /// A print that failed has taken no number: the sheet that finally comes out is still the original.
    #[must_use]
    pub fn after(prints: &[(Print, u32)]) -> Self {
        let out: u32 = prints.iter().filter(|(print, _)| print.may_exist()).map(|(_, copies)| copies).sum();
        Self(out.saturating_add(1))
    }

    #[must_use]
    pub fn number(self) -> u32 {
        self.0
    }

    #[must_use]
    pub fn is_duplicate(self) -> bool {
        self.0 > 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sheet_that_comes_out_is_the_original() {
        use Print::{Failed, Printed, Sent, Waiting};
        type Row = (&'static [(Print, u32)], u32, &'static str);
        let rows: [Row; 6] = [
            (&[], 1, "nothing was printed"),
            (&[(Failed, 1), (Failed, 1)], 1, "a jam takes no number"),
            (&[(Waiting, 1)], 1, "waiting is not paper"),
            (&[(Sent, 1)], 2, "a sheet nobody looked for may exist"),
            (&[(Printed, 2)], 3, "two copies in one job are two"),
            (&[(Printed, 1), (Failed, 1), (Printed, 1)], 3, "the failed one between is skipped"),
        ];
        for (prints, number, why) in rows {
            assert_eq!(Copy::after(prints).number(), number, "{why}");
            assert_eq!(Copy::after(prints).is_duplicate(), number > 1, "{why}");
        }
    }

    #[test]
    fn a_person_overrules_the_spooler_and_never_the_other_way_round() {
        for print in Print::ALL {
            for state in [JobState::Waiting, JobState::Sent, JobState::Failed, JobState::Unknown] {
                let after = print.after_spooler(state);
                let expected =
                    if print == Print::Sent && state == JobState::Failed { Print::Failed } else { print };
                assert_eq!(after, expected, "{print:?} while the spooler says {state:?}");
            }
            for came_out in [true, false] {
                let expected = (print != Print::Waiting).then_some(if came_out {
                    Print::Printed
                } else {
                    Print::Failed
                });
                assert_eq!(print.after_look(came_out), expected, "{print:?}, came out: {came_out}");
            }
            assert_eq!(Print::parse(print.code()), Some(print), "its name in the database comes back");
            assert!(
                print.to_print() != print.may_exist(),
                "{print:?} is either paper or still to be printed"
            );
        }
        assert_eq!(Print::parse("lost"), None, "an unknown state is not guessed");
    }
}
