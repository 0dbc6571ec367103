//! The recovery card: the code that opens the data of an office when every password is lost, on one sheet for
//! a sealed envelope.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::common::{Body, Marks, label, letter, letterhead, text_size};
use crate::compose::Composer;
use crate::page::{Block, Para, Sheet, Side};
use crate::say::{say, word};
use crate::{Failure, Tongue};

/// A recovery card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecoveryCard {
    /// Day the card was made.
    pub date: NaiveDate,
    /// The office whose data it opens.
    pub body: Body,
    /// First part of the id of the vault: tells two cards of one office apart.
    pub vault: String,
    /// The code in its groups, in the order they are typed.
    pub groups: Vec<String>,
    /// Language that stands first.
    #[serde(default)]
    pub language: Tongue,
    /// Marks of this copy.
    #[serde(default)]
    pub marks: Marks,
}

/// Groups on one line; a line is read out in one breath.
const ON_A_LINE: usize = 4;

impl RecoveryCard {
    pub(crate) fn compose(&self, composer: &mut Composer<'_>) -> Result<(), Failure> {
        // The title of a file is shown by folders and printers: no code in it.
        let date = words::format::date(self.date);
        let title = say(composer.tongue, "paper-card-file-title", &[("date", date.into())]);
        composer.name(title.clone(), title);
        let view = &*composer;
        let mut blocks = letterhead(view, &self.body);
        for (place, tongue) in view.tongues().into_iter().enumerate() {
            let title = Para::new(tongue, word(tongue, "paper-card-title")).title();
            let title = title.size(16.0).before(if place == 0 { 18.0 } else { 2.0 });
            blocks.push(if place == 0 { title } else { title.no_bookmark() }.into());
        }
        for tongue in view.tongues() {
            let day = crate::spell::long(tongue, self.date);
            let args = [("vault", self.vault.as_str().into()), ("day", day.as_str().into())];
            let told = Para::new(tongue, say(tongue, "paper-card-vault", &args));
            blocks.push(told.size(10.0).center().before(4.0).into());
        }
        blocks.push(Block::Gap(10.0));
        for (line, groups) in self.groups.chunks(ON_A_LINE).enumerate() {
            blocks.push(self.line(view.tongue, line, groups));
        }
        blocks.push(self.code(view));
        blocks.extend(letter(view, |tongue| self.text(view, tongue)));
        composer.section(Sheet::LETTER, &blocks)?;
        Ok(())
    }

    /// Four groups, each in a box under its number: a program that finds a slip names the group.
    fn line(&self, tongue: Tongue, line: usize, groups: &[String]) -> Block {
        let column = |(place, group): (usize, &String)| {
            let number = line * ON_A_LINE + place + 1;
            let blocks: Vec<Block> = vec![
                Para::new(tongue, number.to_string()).size(8.0).center().into(),
                Para::new(tongue, group.clone()).size(21.0).center().bold().into(),
                Block::Gap(4.0),
            ];
            (1.0, blocks)
        };
        let mut side = Side::new(groups.iter().enumerate().map(column).collect());
        side.boxed = vec![true; groups.len()];
        side.before = 8.0;
        side.gap = 10.0;
        side.keep = true;
        side.into()
    }

    /// The same code for a camera.
    fn code(&self, composer: &Composer<'_>) -> Block {
        let code = Block::Code {
            payload: self.groups.join("-"),
            side: 118.0,
            says: label(composer, "paper-card-code-says"),
        };
        let mut beside: Vec<Block> = vec![Block::Gap(14.0)];
        for tongue in composer.tongues() {
            let typed = Para::new(tongue, word(tongue, "paper-card-typing"));
            beside.push(typed.size(10.0).left().before(4.0).into());
        }
        let mut side = Side::new(vec![(0.3, vec![code]), (0.7, beside)]);
        side.before = 10.0;
        side.into()
    }

    fn text(&self, composer: &Composer<'_>, tongue: Tongue) -> Vec<Block> {
        let size = text_size(composer);
        let heading = |key: &str| -> Block {
            Para::new(tongue, word(tongue, key)).heading().no_bookmark().size(size).before(9.0).into()
        };
        let mut blocks = Vec::new();
        for (title, lines) in [
            ("paper-card-opens", ["paper-card-opens-what", "paper-card-opens-how"].as_slice()),
            (
                "paper-card-keep",
                &["paper-card-keep-safe", "paper-card-keep-apart", "paper-card-keep-no-picture"],
            ),
            ("paper-card-lost", &["paper-card-lost-new"]),
        ] {
            blocks.push(heading(title));
            for line in lines {
                let line = Para::new(tongue, word(tongue, line)).size(size).left().indent(17.0).mark("—");
                blocks.push(line.before(3.0).into());
            }
        }
        blocks
    }
}
