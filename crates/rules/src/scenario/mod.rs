//! A scenario: people, steps in time, and what the Rules answer. It drives tests, rehearsal and `tanu-cli run`; nothing here touches a file.

mod command;
mod files;
mod read;
mod report;
mod run;

pub use command::read_command;
pub use files::put_in_files;
pub use read::{Expectation, Ordered, Person, Quota, Scenario, ScenarioStep};
pub use report::{Amounts, CaseReport, DeadlineReport, PaidReport, VoucherReport, report};
pub use run::{Happened, Run, Seen, run};
