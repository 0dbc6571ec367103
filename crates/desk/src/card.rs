//! The recovery card between its making and the moment the person says it is kept: its code lies in memory and
//! nowhere else, and goes to a printer or to a folder only when the person sends it there.

use crate::contract::card::{CardAsk, CardPrint, CardSaved, RecoveryCard};
use crate::contract::paper::PrinterCard;
use crate::contract::session::{Done, Nothing};
use crate::contract::{Answer, No, Outcome};
use crate::desk::Desk;
use crate::paper::language_of;
use crate::printing::{Order, Title};
use crate::workplace::OfficeFile;
use chrono::NaiveDate;
use papers::form::{Body, Both, Marks};
use papers::{Language, Paper, Tongue};
use std::sync::PoisonError;
use store::{RecoveryCode, Store};

/// A card whose code is on the screen.
pub(crate) struct ShownCard {
    groups: Vec<String>,
    vault: String,
    office: Both,
    day: NaiveDate,
}

impl Drop for ShownCard {
    fn drop(&mut self) {
        for group in self.groups.drain(..) {
            let mut letters = group.into_bytes();
            letters.fill(0);
            std::hint::black_box(&letters);
        }
    }
}

impl ShownCard {
    pub(crate) fn new(code: &RecoveryCode, store: &Store, office: &OfficeFile, day: NaiveDate) -> Self {
        Self {
            groups: code.to_card().split('-').map(str::to_owned).collect(),
            vault: store.vault_mark(),
            office: Both { kk: office.career_centre.kk.clone(), ru: office.career_centre.ru.clone() },
            day,
        }
    }

    pub(crate) fn view(&self) -> RecoveryCard {
        RecoveryCard { groups: self.groups.clone(), vault: self.vault.clone(), day: self.day }
    }

    /// The sheet for the envelope.
    fn paper(&self, language: Language) -> Result<Vec<u8>, No> {
        let paper = papers::form::RecoveryCard {
            date: self.day,
            body: Body { name: self.office.clone(), ..Body::default() },
            vault: self.vault.clone(),
            groups: self.groups.clone(),
            language: if language == Language::Ru { Tongue::Ru } else { Tongue::Kk },
            marks: Marks::default(),
        };
        let made = papers::render(&Paper::RecoveryCard(Box::new(paper)), language);
        Ok(made.map_err(|failure| crate::paper::unprintable(&failure))?.bytes)
    }
}

/// The code leaves the memory: the person has it on paper, or the desk was locked.
pub(crate) fn forget(desk: &Desk) {
    desk.card.lock().unwrap_or_else(PoisonError::into_inner).take();
}

/// Whoever looks at the screen sees the code anyway; without one on it there is nothing to give.
fn with<T>(desk: &Desk, f: impl FnOnce(&ShownCard) -> Result<T, No>) -> Result<T, No> {
    let card = desk.card.lock().unwrap_or_else(PoisonError::into_inner);
    f(card.as_ref().ok_or_else(|| No::denial("no-card"))?)
}

pub fn preview(desk: &Desk, ask: CardAsk) -> Result<Vec<u8>, No> {
    with(desk, |card| card.paper(language_of(ask.language)))
}

pub fn printers(desk: &Desk, _: Nothing) -> Outcome<Vec<PrinterCard>> {
    with(desk, |_| Ok(()))?;
    Ok(Answer::only(crate::printing::cards(&*desk.world.printer)?))
}

/// Straight to the spooler: the sheet never lies in a file of ours.
pub fn print(desk: &Desk, ask: CardPrint) -> Outcome<Done> {
    let (pdf, day) = with(desk, |card| Ok((card.paper(language_of(ask.language))?, card.day)))?;
    let order = Order {
        device: ask.printer.as_ref().and_then(|name| name.trimmed()),
        title: Title::of_day(day, 1),
        pdf: &pdf,
        copies: 1,
        both_sides: false,
    };
    desk.world.printer.submit(&order)?;
    Ok(Answer::only(Done {}))
}

/// Into a folder the person chooses now, by name: a file with the code is the person's own decision.
pub fn save(desk: &Desk, ask: CardAsk) -> Outcome<CardSaved> {
    let (pdf, day) = with(desk, |card| Ok((card.paper(language_of(ask.language))?, card.day)))?;
    let Some(folder) = desk.world.picker.folder() else { return Ok(Answer::only(CardSaved { path: None })) };
    let path = crate::paper::write(&folder, &format!("tanu-recovery-{day}.pdf"), &pdf)?;
    Ok(Answer::only(CardSaved { path: Some(path.to_string_lossy().into_owned()) }))
}

pub fn done(desk: &Desk, _: Nothing) -> Outcome<Done> {
    forget(desk);
    Ok(Answer::only(Done {}))
}
