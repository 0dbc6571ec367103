//! Reads the data of a paper from JSON: strict about names, clear about what is wrong and where.

use serde::de::DeserializeOwned;

use super::Paper;

/// The words papers are asked for by.
pub const KINDS: [&str; 13] = [
    "application",
    "refusal",
    "voucher",
    "notice-extension",
    "notice-annulment",
    "notice-reinstatement",
    "act",
    "persons",
    "return",
    "hand-out",
    "register",
    "cover",
    "recovery-card",
];

/// Why data are not a paper.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// There is no such kind of paper.
    #[error("there is no paper `{kind}`; there are: {}", KINDS.join(", "))]
    Kind {
        /// The word given.
        kind: String,
    },
    /// The data do not have the fields of the kind.
    #[error("{cause}")]
    Data {
        /// What the reader of the data says, with line and column or the path of the field.
        cause: String,
    },
}

/// Reads the data of one kind of paper. `kind` is the word the command line knows it by.
///
/// An `application` is read as `application.json` is read everywhere; every other kind has the fields of
/// its form, described in `docs/PAPERS.md`. `persons` also takes the data of an `act`.
///
/// # Errors
/// [`Unread`] says which field or place of the text is wrong.
pub fn read(kind: &str, text: &str) -> Result<Paper, Unread> {
    // Notepad begins a file with a mark that JSON does not know.
    let text = text.trim_start_matches('\u{FEFF}');
    Ok(match kind {
        "application" => Paper::Application(Box::new(application(text)?)),
        "refusal" => Paper::Refusal(of(text)?),
        "voucher" => Paper::Voucher(of(text)?),
        "notice-extension" => Paper::Extension(of(text)?),
        "notice-annulment" => Paper::Annulment(of(text)?),
        "notice-reinstatement" => Paper::Reinstatement(of(text)?),
        "act" => Paper::Act(of(text)?),
        "persons" => Paper::Persons(persons(text)?),
        "return" => Paper::Return(of(text)?),
        "hand-out" => Paper::HandOut(of(text)?),
        "register" => Paper::Register(of(text)?),
        "cover" => Paper::Cover(of(text)?),
        "recovery-card" => Paper::RecoveryCard(of(text)?),
        other => return Err(Unread::Kind { kind: other.to_owned() }),
    })
}

fn of<T: DeserializeOwned>(text: &str) -> Result<Box<T>, Unread> {
    serde_json::from_str(text).map(Box::new).map_err(|cause| Unread::Data { cause: cause.to_string() })
}

fn application(text: &str) -> Result<super::Application, Unread> {
    rules::application::Application::parse(text)
        .map(|read| super::Application::from(&read))
        .map_err(|cause| Unread::Data { cause: cause.to_string() })
}

/// The list on its own, or taken out of its act.
fn persons(text: &str) -> Result<Box<super::Persons>, Unread> {
    let own = of::<super::Persons>(text);
    if own.is_err()
        && let Ok(act) = of::<super::Act>(text)
        && !act.persons.is_empty()
    {
        return Ok(Box::new(super::Persons {
            act_number: act.number,
            act_date: act.date,
            persons: act.persons,
            language: act.language,
            marks: act.marks,
        }));
    }
    own
}
