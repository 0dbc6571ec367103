//! The texts of a refusal that are no ground: the explanation of the office, the hearing, the notice of appeal. The
//! edition offers the last two; all may be changed in every letter.

use super::{EditedItem, edited_of};
use crate::case::Loaded;
use crate::contract::No;
use crate::contract::refusal::RefusalText;
use crate::contract::said::Said;
use crate::workplace::Workplace;
use papers::form::Both;
use rules::case::Stage;
use rules::refusal::Step;

/// A text of the letter as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the office says besides its grounds: why the term was not kept, first of all.
    Explanation,
    /// Why no hearing was held, or when it was (АППК 73).
    Hearing,
    /// To whom, in what term and how to complain (АППК 80(5)).
    Appeal,
}

impl Part {
    pub const ALL: [Self; 3] = [Self::Explanation, Self::Hearing, Self::Appeal];

    /// The word it is kept under, beside the keys of the checks.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Explanation => "letter:explanation",
            Self::Hearing => "letter:hearing",
            Self::Appeal => "letter:appeal",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Explanation => "letter-part-explanation",
            Self::Hearing => "letter-part-hearing",
            Self::Appeal => "letter-part-appeal",
        }
    }
}

/// A text as it stands in the letter and as the edition offers it.
#[derive(Clone, Debug)]
pub struct PartText {
    pub part: Part,
    pub included: bool,
    pub text: Both,
    pub offered: Both,
}

impl PartText {
    /// What is printed: nothing when it was taken out or is empty.
    pub fn printed(&self) -> Option<Both> {
        (self.included && !self.text.is_empty()).then(|| self.text.clone())
    }

    pub fn shown(self) -> RefusalText {
        RefusalText {
            check: self.part.key().to_owned(),
            title: Said::new(self.part.title()),
            included: self.included,
            kk: self.text.kk,
            ru: self.text.ru,
            written_kk: self.offered.kk,
            written_ru: self.offered.ru,
        }
    }
}

/// Whether the labour mobility centre refuses (paragraph 9) and not the career centre (paragraph 8).
pub fn by_mobility_centre(loaded: &Loaded) -> bool {
    let case = &loaded.case;
    matches!(case.stage, Stage::Declined | Stage::DeclineDrafted | Stage::DeclineFormed)
        || case.refusal.as_ref().is_some_and(|refusal| refusal.step == Step::MobilityCentre)
}

/// The texts of the letter, each in its place.
pub fn of(desk: &Workplace, loaded: &Loaded) -> Result<Vec<PartText>, No> {
    let edited = edited_of(desk, loaded)?;
    let texts = Part::ALL.map(|part| {
        let offered = offered(desk, loaded, part);
        let own: Option<&EditedItem> = edited.items.get(part.key());
        PartText {
            part,
            included: own.is_none_or(|own| own.included),
            text: own.map_or_else(|| offered.clone(), |own| Both { kk: own.kk.clone(), ru: own.ru.clone() }),
            offered,
        }
    });
    Ok(texts.into())
}

fn offered(desk: &Workplace, loaded: &Loaded, part: Part) -> Both {
    match part {
        Part::Explanation => Both::default(),
        Part::Hearing => papers::notices::hearing(),
        // Above the career centre is the labour mobility centre, whose branch it is (paragraph 2(10)); above that
        // one the local executive body. Nobody hears a complaint about himself.
        Part::Appeal if by_mobility_centre(loaded) => {
            papers::notices::appeal(&papers::notices::above_mobility_centre())
        }
        Part::Appeal => {
            papers::notices::appeal(&crate::paper::body(&super::office_of(desk, loaded).mobility_centre).name)
        }
    }
}
