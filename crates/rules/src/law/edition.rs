//! `Edition`: one wording of the Rules with its dates, terms, documents, grounds, caps and readings, all data.

use super::citation::{EditionId, Paragraph};
use super::fault::{DataFault, check_format, read_json};
use super::readings::Readings;
use crate::role::Role;
use crate::text::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The format number of edition files.
const FORMAT: u32 = 1;

/// One wording of the Rules. What an edition does not know, because its text is not at hand, is none, and
/// asking for it is refused (reading A-50). редакция / редакция.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Format number.
    pub format: u32,
    /// Short name.
    pub id: EditionId,
    /// Which orders make it.
    pub title: Text,
    /// True when its text was read; false when it is known from the press.
    pub confirmed: bool,
    /// First day it is in force. There is no default.
    pub valid_from: NaiveDate,
    /// True when the first day was looked up, false when it is reckoned.
    pub valid_from_confirmed: bool,
    /// Where the first day comes from.
    pub valid_from_basis: Text,
    /// Which date of a case chooses the edition for what (reading A-51), once this edition is in force.
    pub transition: Transition,
    /// The paragraphs, each with its gist.
    pub paragraphs: Vec<ParagraphText>,
    cutoff: Option<Cutoff>,
    validity: Option<ValidityDays>,
    terms: Vec<TermRule>,
    documents: Option<Documents>,
    form: Option<Form>,
    grounds: Option<Vec<GroundRule>>,
    caps: Option<Caps>,
    /// The reading of every ambiguity.
    pub readings: Readings,
}

/// A paragraph of the Rules in our own short wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParagraphText {
    /// Its number.
    pub paragraph: Paragraph,
    /// Whether this edition has it.
    pub state: ParagraphState,
    /// Its gist; none when it is excluded or its text is not at hand.
    pub text: Option<Text>,
}

/// Whether an edition has a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParagraphState {
    /// It is in force and its text was read.
    InForce,
    /// It is in force as the press tells it.
    Reported,
    /// It was excluded: never cite it.
    Excluded,
    /// It is in force, but its text is not at hand.
    NotAtHand,
}

/// Until when an application may be submitted (paragraph 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cutoff {
    /// Where it stands.
    pub paragraph: Paragraph,
    /// Month, 1–12.
    pub month: u32,
    /// Day of the month.
    pub day: u32,
    /// From which month on the coming cut-off is mentioned.
    pub mention_from_month: u32,
}

impl Cutoff {
    /// The cut-off of a year.
    pub fn in_year(&self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }
}

/// How long a voucher is valid (paragraph 10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValidityDays {
    /// Where it stands.
    pub paragraph: Paragraph,
    /// Calendar days after the day of issue.
    pub calendar_days: u32,
}

/// The clocks of the Rules, and the two own ones where the Rules are silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// The career centre reviews the application (paragraph 8).
    Review,
    /// The mobility centre sends the refusal the career centre formed (paragraph 8): no term in the Rules.
    SendReviewRefusal,
    /// The mobility centre sends the application to the recognition centre (paragraph 9).
    SendToCentre,
    /// The recognition centre answers (paragraph 9): no term in the Rules.
    CentreAnswer,
    /// The mobility centre sends the refusal after a negative answer (paragraph 9).
    SendCentreRefusal,
    /// The mobility centre sends the voucher after the confirmation (paragraph 10).
    SendVoucher,
    /// The mobility centre extends the validity after it got the sheet (paragraph 13).
    Extend,
    /// The recognition centre sends the act after the protocol (paragraph 16).
    SendAct,
    /// The mobility centre pays after it received the act (paragraph 17).
    Pay,
}

impl Term {
    /// Every clock, in the order of a case.
    pub const ALL: [Term; 9] = [
        Term::Review,
        Term::SendReviewRefusal,
        Term::SendToCentre,
        Term::CentreAnswer,
        Term::SendCentreRefusal,
        Term::SendVoucher,
        Term::Extend,
        Term::SendAct,
        Term::Pay,
    ];

    /// The stable word of the clock.
    pub fn code(self) -> &'static str {
        match self {
            Term::Review => "review",
            Term::SendReviewRefusal => "send_review_refusal",
            Term::SendToCentre => "send_to_centre",
            Term::CentreAnswer => "centre_answer",
            Term::SendCentreRefusal => "send_centre_refusal",
            Term::SendVoucher => "send_voucher",
            Term::Extend => "extend",
            Term::SendAct => "send_act",
            Term::Pay => "pay",
        }
    }
}

/// How long a clock runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermRule {
    /// Which clock.
    pub term: Term,
    /// Where it stands.
    pub paragraph: Paragraph,
    /// Working days after the day of the event; none where the Rules set no term.
    pub working_days: Option<u32>,
    /// Our own target in working days, the stricter reading; none where only the fatal date matters.
    pub target_working_days: Option<u32>,
    /// Readings that had a say.
    pub readings: Vec<String>,
}

/// What must be attached (paragraph 3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Documents {
    /// Where it stands.
    pub paragraph: Paragraph,
    /// When the copy about education is needed.
    pub education: Needed,
    /// When the copy about work is needed.
    pub work: Needed,
    /// Sub-paragraphs of Labour Code art. 35 whose documents prove work.
    pub work_subparagraphs: Vec<u8>,
}

/// What the application form asks for (Appendix 1, readings ).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Rows that must be filled, as `F1-01`; the form itself marks none.
    pub required: Vec<String>,
    /// Highest level of qualification there is.
    pub level_max: u8,
    /// Full years from which a person acts without a representative.
    pub acts_alone_from_years: u32,
}

/// When a copy is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Needed {
    /// From everybody, as the text says; where nothing is required its absence is still no ground.
    Always,
    /// Only where the professional standard or the qualification requirement asks for it.
    WhenRequired,
}

/// A lawful ground of refusal. негіз / основание.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// Not all documents (paragraph 8). құжаттар топтамасы толық емес / неполный пакет документов.
    IncompletePackage,
    /// Wrongly filled (paragraph 8). өтініш дұрыс толтырылмаған / неправильное заполнение.
    IncorrectlyFilled,
    /// Requirements to qualification and education not met (paragraph 8). талаптарға сәйкес келмеу / несоответствие требованиям.
    RequirementsNotMet,
    /// The recognition centre answered negatively (paragraph 9). тану орталығының теріс жауабы / отрицательный ответ центра признания.
    NegativeAnswer,
}

impl Ground {
    /// Every ground, in the order of the Rules.
    pub const ALL: [Ground; 4] = [
        Ground::IncompletePackage,
        Ground::IncorrectlyFilled,
        Ground::RequirementsNotMet,
        Ground::NegativeAnswer,
    ];

    /// The stable word of the ground.
    pub fn code(self) -> &'static str {
        match self {
            Ground::IncompletePackage => "incomplete_package",
            Ground::IncorrectlyFilled => "incorrectly_filled",
            Ground::RequirementsNotMet => "requirements_not_met",
            Ground::NegativeAnswer => "negative_answer",
        }
    }
}

/// At which office a refusal is formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// At the career centre.
    CareerCentre,
    /// At the mobility centre.
    MobilityCentre,
}

/// One lawful ground at one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroundRule {
    /// The ground.
    pub ground: Ground,
    /// The step.
    pub step: Step,
    /// Where it stands.
    pub paragraph: Paragraph,
    /// Who may form a refusal on it.
    pub roles: Vec<Role>,
}

/// How much is paid back, in multiples of the МРП (paragraph 14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caps {
    /// Cap of the social-humanitarian profile (14(1)).
    pub social_mrp: u32,
    /// Cap of the technical profile (14(1)).
    pub technical_mrp: u32,
    /// Material aid outside the home region (14(2)).
    pub aid_mrp: u32,
}

/// Which date of a case chooses the edition (reading A-51).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transition {
    /// For requirements, documents and grounds.
    pub requirements: ByDate,
    /// For forms and the technical channel of each act.
    pub forms: ByDate,
    /// For the days of validity.
    pub validity: ByDate,
}

/// A date of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ByDate {
    /// The date of application.
    Application,
    /// The date of issue.
    Issue,
    /// The date of the act itself.
    Act,
}

/// A question an edition or the list of editions cannot answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditionFault {
    /// No confirmed edition is in force on that date.
    #[error("no confirmed edition of the Rules is known for {date}: the first begins on {first}")]
    NoneOn {
        /// The date asked for.
        date: NaiveDate,
        /// First day of the earliest known edition.
        first: NaiveDate,
    },
    /// No edition has that name.
    #[error("no edition is called {id}")]
    NoSuch {
        /// The name asked for.
        id: EditionId,
    },
    /// The text of the paragraph in that edition is not at hand.
    #[error("edition {id} does not know paragraph {paragraph}: its text is not at hand")]
    NotAtHand {
        /// The edition.
        id: EditionId,
        /// The paragraph.
        paragraph: Paragraph,
    },
}

impl EditionFault {
    /// The stable word of the fault.
    pub fn code(&self) -> &'static str {
        match self {
            EditionFault::NoneOn { .. } => "edition_none_on",
            EditionFault::NoSuch { .. } => "edition_no_such",
            EditionFault::NotAtHand { .. } => "edition_not_at_hand",
        }
    }
}

impl Edition {
    /// Reads an edition from its file. Errors say which field is wrong and why.
    pub fn parse(text: &str) -> Result<Edition, DataFault> {
        let edition: Edition = read_json(text)?;
        check_format(edition.format, FORMAT)?;
        edition.check()?;
        Ok(edition)
    }

    /// The cut-off of paragraph 3.
    pub fn cutoff(&self) -> Result<&Cutoff, EditionFault> {
        self.cutoff.as_ref().ok_or_else(|| self.not_at_hand(Paragraph::whole(3)))
    }

    /// The days of validity of paragraph 10.
    pub fn validity(&self) -> Result<&ValidityDays, EditionFault> {
        self.validity.as_ref().ok_or_else(|| self.not_at_hand(Paragraph::whole(10)))
    }

    /// The length of a clock.
    pub fn term(&self, term: Term) -> Result<&TermRule, EditionFault> {
        self.terms.iter().find(|rule| rule.term == term).ok_or_else(|| {
            self.not_at_hand(Paragraph::whole(match term {
                Term::Review | Term::SendReviewRefusal => 8,
                Term::SendToCentre | Term::CentreAnswer | Term::SendCentreRefusal => 9,
                Term::SendVoucher => 10,
                Term::Extend => 13,
                Term::SendAct => 16,
                Term::Pay => 17,
            }))
        })
    }

    /// The documents of paragraph 3.
    pub fn documents(&self) -> Result<&Documents, EditionFault> {
        self.documents.as_ref().ok_or_else(|| self.not_at_hand(Paragraph::whole(3)))
    }

    /// What the form of Appendix 1 asks for.
    pub fn form(&self) -> Result<&Form, EditionFault> {
        self.form.as_ref().ok_or_else(|| self.not_at_hand(Paragraph::whole(3)))
    }

    /// The closed list of grounds of paragraphs 8 and 9.
    pub fn grounds(&self) -> Result<&[GroundRule], EditionFault> {
        self.grounds.as_deref().ok_or_else(|| self.not_at_hand(Paragraph::whole(8)))
    }

    /// The caps of paragraph 14.
    pub fn caps(&self) -> Result<&Caps, EditionFault> {
        self.caps.as_ref().ok_or_else(|| self.not_at_hand(Paragraph::whole(14)))
    }

    /// A paragraph, if the edition has it; a sub-paragraph falls back on its paragraph.
    pub fn paragraph(&self, paragraph: Paragraph) -> Option<&ParagraphText> {
        let find = |wanted| self.paragraphs.iter().find(|text| text.paragraph == wanted);
        find(paragraph).or_else(|| find(paragraph.parent()))
    }

    fn not_at_hand(&self, paragraph: Paragraph) -> EditionFault {
        EditionFault::NotAtHand { id: self.id.clone(), paragraph }
    }

    fn check(&self) -> Result<(), DataFault> {
        for (name, text) in [("title", &self.title), ("valid_from_basis", &self.valid_from_basis)] {
            if !text.is_complete() {
                return Err(DataFault::at(name, "language_missing"));
            }
        }
        self.check_paragraphs()?;
        if let Some(cutoff) = &self.cutoff {
            let date = format!("{:02}-{:02}", cutoff.month, cutoff.day);
            // Every year must have the day, so 29 February cannot be a cut-off.
            if cutoff.in_year(2023).is_none() {
                return Err(DataFault::at("cutoff", "no_such_day").with("value", date));
            }
        }
        if let Some(validity) = &self.validity {
            within("validity.calendar_days", validity.calendar_days, 1..=3660)?;
        }
        for (place, rule) in self.terms.iter().enumerate() {
            if self.terms.iter().filter(|other| other.term == rule.term).count() > 1 {
                return Err(
                    DataFault::at(format!("terms[{place}].term"), "twice").with("value", rule.term.code())
                );
            }
            for (name, days) in
                [("working_days", rule.working_days), ("target_working_days", rule.target_working_days)]
            {
                within(&format!("terms[{place}].{name}"), days.unwrap_or_default(), 0..=250)?;
            }
            self.check_names(&format!("terms[{place}].readings"), &rule.readings)?;
        }
        if let Some(caps) = &self.caps {
            for (name, count) in [
                ("social_mrp", caps.social_mrp),
                ("technical_mrp", caps.technical_mrp),
                ("aid_mrp", caps.aid_mrp),
            ] {
                within(&format!("caps.{name}"), count, 0..=1000)?;
            }
        }
        if !matches!(self.readings.office_week.value, 5 | 6) {
            return Err(DataFault::at("readings.office.week", "out_of_range")
                .with("value", self.readings.office_week.value));
        }
        Ok(())
    }

    fn check_paragraphs(&self) -> Result<(), DataFault> {
        for (place, text) in self.paragraphs.iter().enumerate() {
            let at = format!("paragraphs[{place}]");
            if self.paragraphs.iter().filter(|other| other.paragraph == text.paragraph).count() > 1 {
                return Err(DataFault::at(at, "twice").with("value", text.paragraph));
            }
            let has_words = text.text.as_ref().is_some_and(Text::is_complete);
            let needs_words = match text.state {
                ParagraphState::InForce | ParagraphState::Reported => true,
                ParagraphState::Excluded | ParagraphState::NotAtHand => false,
            };
            if has_words != needs_words {
                return Err(DataFault::at(at, "words_and_state").with("value", text.paragraph));
            }
        }
        Ok(())
    }

    fn check_names(&self, place: &str, names: &[String]) -> Result<(), DataFault> {
        let known = self.readings.list();
        match names.iter().find(|name| !known.iter().any(|reading| reading.parameter == name.as_str())) {
            Some(name) => Err(DataFault::at(place, "not_known").with("value", name)),
            None => Ok(()),
        }
    }
}

fn within(place: &str, value: u32, bounds: std::ops::RangeInclusive<u32>) -> Result<(), DataFault> {
    if bounds.contains(&value) {
        return Ok(());
    }
    let (from, to) = bounds.into_inner();
    Err(DataFault::at(place, "out_of_range").with("value", value).with("from", from).with("to", to))
}
