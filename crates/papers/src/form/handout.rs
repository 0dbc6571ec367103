//! The hand-out for the applicant (par. 3): what to bring, where, by when, what it will cost.

use chrono::NaiveDate;
use rules::money::Money;
use serde::{Deserialize, Serialize};

use super::common::{Body, Both, Marks, letter, letterhead, plain, tenge, text_size};
use crate::compose::Composer;
use crate::page::{Block, Para, Run};
use crate::say::{say, word};
use crate::{Failure, Tongue, spell};

/// A hand-out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOut {
    /// Day it was given.
    pub date: NaiveDate,
    /// The career centre.
    pub body: Body,
    /// Whom it was given to; may be a stranger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// Profession the person asked about.
    pub profession: Both,
    /// Level of qualification.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// What to bring or attach, one thing each.
    pub bring: Vec<Both>,
    /// Where to apply.
    #[serde(rename = "where")]
    pub place: Both,
    /// Last day of the year to apply.
    pub until: NaiveDate,
    /// The day we advise not to pass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advised_until: Option<NaiveDate>,
    /// The recognition centre the person chose, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub centre: Option<Both>,
    /// What it costs; absent while no centre is chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub costs: Option<Costs>,
    /// Whom to ask, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Both>,
    /// Language that stands first.
    #[serde(default)]
    pub language: Tongue,
    /// Marks of this copy.
    #[serde(default)]
    pub marks: Marks,
}

/// What the procedure costs (paragraphs 14 and 15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Costs {
    /// Price of the recognition centre.
    pub price: Money,
    /// What the budget pays.
    pub reimbursed: Money,
    /// What the person pays.
    pub claimant_pays: Money,
    /// Material aid when the exam is outside the region of registration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub material_aid: Option<Money>,
}

impl HandOut {
    pub(crate) fn compose(&self, composer: &mut Composer<'_>) -> Result<(), Failure> {
        let title = say(
            composer.tongue,
            "paper-hand-out-file-title",
            &[("date", words::format::date(self.date).into())],
        );
        composer.name(title.clone(), title);
        let view = &*composer;
        let mut blocks = letterhead(view, &self.body);
        blocks.extend(letter(view, |tongue| self.text(view, tongue)));
        composer.letter(&blocks)
    }

    fn text(&self, composer: &Composer<'_>, tongue: Tongue) -> Vec<Block> {
        // Read at home by people who meet this once: larger letters than a letter of the office.
        let size = text_size(composer) + 0.5;
        let heading = |key: &str| -> Block {
            Para::new(tongue, word(tongue, key)).heading().no_bookmark().size(size + 0.5).before(11.0).into()
        };
        let text = |text: String| -> Block { Para::new(tongue, text).size(size).left().before(3.0).into() };
        let level = self.level.as_ref();
        let level = level.map_or(String::new(), |level| {
            say(tongue, "paper-of-level", &[("level", level.as_str().into())])
        });
        let mut blocks: Vec<Block> = vec![
            Para::new(tongue, word(tongue, "paper-hand-out-title"))
                .title()
                .size(size + 3.0)
                .before(12.0)
                .into(),
            Para::runs(tongue, vec![Run::bold(format!("{}{level}", self.profession.get(tongue)))])
                .size(size)
                .center()
                .before(3.0)
                .into(),
        ];
        // Every language has the same blocks, so that the columns stay beside each other.
        if let Some(person) = &self.person {
            blocks.push(Para::new(tongue, person.clone()).size(size).center().before(2.0).into());
        }
        blocks.push(heading("paper-hand-out-bring"));
        for thing in &self.bring {
            blocks.push(
                Para::new(tongue, thing.get(tongue))
                    .size(size)
                    .left()
                    .indent(18.0)
                    .mark("□")
                    .before(3.0)
                    .into(),
            );
        }
        blocks.push(heading("paper-hand-out-where"));
        blocks.push(text(self.place.get(tongue).to_owned()));
        blocks.push(heading("paper-hand-out-when"));
        blocks.push(text(say(
            tongue,
            "paper-hand-out-until",
            &[("through", spell::through(tongue, self.until).into())],
        )));
        if let Some(advised) = self.advised_until {
            blocks.push(text(say(
                tongue,
                "paper-hand-out-advised",
                &[("day", spell::long(tongue, advised).into())],
            )));
        }
        blocks.push(heading("paper-hand-out-cost"));
        if let Some(centre) = &self.centre {
            blocks.push(text(say(tongue, "paper-hand-out-centre", &[("centre", centre.get(tongue).into())])));
        }
        match &self.costs {
            Some(costs) => {
                blocks.push(text(say(
                    tongue,
                    "paper-hand-out-costs",
                    &[
                        ("price", tenge(costs.price).into()),
                        ("reimbursed", tenge(costs.reimbursed).into()),
                        ("own", tenge(costs.claimant_pays).into()),
                    ],
                )));
                blocks.push(text(format!(
                    "{}: {}.",
                    word(tongue, "paper-hand-out-own-in-words"),
                    spell::sum(tongue, costs.claimant_pays)
                )));
                if let Some(aid) = costs.material_aid {
                    blocks.push(text(say(tongue, "paper-hand-out-aid", &[("aid", tenge(aid).into())])));
                }
            }
            None => blocks.push(text(word(tongue, "paper-hand-out-costs-unknown"))),
        }
        blocks.push(
            plain(composer, tongue, word(tongue, "paper-hand-out-choice"))
                .size(size)
                .left()
                .first(0.0)
                .before(11.0)
                .into(),
        );
        if let Some(contact) = &self.contact {
            blocks.push(text(contact.get(tongue).to_owned()));
        }
        blocks
    }
}
