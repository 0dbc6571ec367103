//! One act with its cases: gathered from the books, or as it is being typed in.

use crate::case::rows::{ActMark, Extra, centre_key};
use crate::case::{self, Loaded};
use crate::contract::No;
use crate::contract::services::{ActDraft, ActKey, ActKeyView};
use crate::workplace::Workplace;
use chrono::NaiveDate;
use rules::case::Stage;
use rules::case::event::Sums;
use rules::money::Money;
use store::{CaseId, CaseRow};

/// What tells one act from another (F2-02, F2-04, F2-05).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) centre: String,
    pub(crate) number: String,
    pub(crate) drawn_on: NaiveDate,
    pub(crate) returned: bool,
}

impl Key {
    pub(crate) fn of(number: &str, mark: &ActMark) -> Self {
        Self {
            centre: mark.centre.clone(),
            number: number.trim().to_owned(),
            drawn_on: mark.drawn_on,
            returned: mark.returned,
        }
    }

    pub(crate) fn of_case(loaded: &Loaded) -> Option<Self> {
        let act = loaded.case.acts.last()?;
        Some(Self::of(&act.number, &ActMark::of(&loaded.case)?))
    }

    pub(super) fn asked(key: &ActKey) -> Self {
        Self {
            centre: key.centre.as_str().trim().to_owned(),
            number: key.number.as_str().trim().to_owned(),
            drawn_on: key.drawn_on,
            returned: key.returned,
        }
    }

    pub(super) fn view(&self) -> ActKeyView {
        ActKeyView {
            centre: self.centre.clone(),
            number: self.number.clone(),
            drawn_on: self.drawn_on,
            returned: self.returned,
        }
    }
}

/// The mark of the act a row stands in. Rows made by an older program have none: their case is opened.
pub(crate) fn mark_of(desk: &Workplace, row: &CaseRow) -> Result<Option<ActMark>, No> {
    if row.act.is_empty() {
        return Ok(None);
    }
    match Extra::of(row).act {
        Some(mark) => Ok(Some(mark)),
        None => Ok(ActMark::of(&case::load(desk, row.case)?.case)),
    }
}

/// One person of an act.
pub(crate) struct Member {
    pub(crate) loaded: Loaded,
    /// What the centre asks; nothing while it is not typed.
    pub(crate) price: Option<Money>,
    /// Fixed when the act was accepted.
    pub(crate) accepted: Option<(NaiveDate, Sums)>,
}

impl Member {
    /// Whose act waits for a decision.
    pub(crate) fn waits(&self) -> bool {
        self.loaded.case.stage == Stage::ActReceived
    }
}

/// An act with all its persons, in the order of its list.
pub(crate) struct Sheet {
    pub(crate) key: Key,
    pub(crate) centre_name: String,
    pub(crate) centre_bin: Option<String>,
    pub(crate) received_on: NaiveDate,
    pub(crate) members: Vec<Member>,
    /// It is being typed in and not in the books.
    pub(crate) draft: bool,
}

impl Sheet {
    /// The act a case stands in, with all its other cases.
    pub(crate) fn of_case(desk: &Workplace, loaded: &Loaded) -> Result<Self, No> {
        let key = Key::of_case(loaded).ok_or_else(|| No::denial("no-act-yet").under("16"))?;
        Self::find(desk, key)
    }

    /// An act of the books. One with a person this reader may not see is not shown in part.
    pub(crate) fn find(desk: &Workplace, key: Key) -> Result<Self, No> {
        let mut members = Vec::new();
        for row in desk.store.cases_of_act(&key.number)? {
            let may_see = case::may_see(desk, &row);
            let mark = if may_see { mark_of(desk, &row)? } else { Extra::of(&row).act };
            if mark.is_none_or(|mark| Key::of(&row.act, &mark) != key) {
                continue;
            }
            // Nor is it told from one that does not exist.
            if !may_see {
                return Err(No::denial("no-act"));
            }
            let loaded = case::load(desk, row.case)?;
            let Some(act) = loaded.case.acts.last() else { continue };
            let (price, accepted) = (Some(act.cost), act.accepted.clone());
            members.push(Member { loaded, price, accepted });
        }
        let received_on = members
            .iter()
            .filter_map(|member| member.loaded.case.acts.last())
            .map(|act| act.received_on)
            .max()
            .ok_or_else(|| No::denial("no-act"))?;
        Self::made(key, received_on, members, false)
    }

    /// An act as it is typed in. The version of every case is the one the person saw.
    pub(super) fn of_draft(desk: &Workplace, draft: &ActDraft) -> Result<Self, No> {
        let today = desk.today();
        let key = Key {
            centre: draft.centre.as_str().trim().to_owned(),
            number: draft.number.as_str().trim().to_owned(),
            drawn_on: draft.drawn_on.unwrap_or(today),
            returned: false,
        };
        let mut members: Vec<Member> = Vec::new();
        for line in draft.lines.as_slice() {
            let loaded = case::load(desk, CaseId(line.case))?;
            let centre = loaded.case.voucher.as_ref().map(|voucher| centre_key(&voucher.centre));
            if centre.as_ref() != Some(&key.centre) || members.iter().any(|one| one.loaded.id == loaded.id) {
                return Err(No::invalid("act-lines"));
            }
            if loaded.case.version != u64::from(line.version) {
                return Err(No::denial("moved"));
            }
            let price = line.price.as_str().trim().parse().ok().filter(|price: &Money| !price.is_zero());
            members.push(Member { loaded, price, accepted: None });
        }
        Self::made(key, draft.received_on.unwrap_or(today), members, true)
    }

    fn made(key: Key, received_on: NaiveDate, mut members: Vec<Member>, draft: bool) -> Result<Self, No> {
        let first = members.first().ok_or_else(|| No::denial("no-act"))?;
        let centre = first.loaded.case.voucher.as_ref().map(|voucher| &voucher.centre);
        let (centre_name, centre_bin) = match centre {
            Some(centre) => (centre.name.clone().unwrap_or_default(), centre.bin.clone()),
            None => (String::new(), None),
        };
        // The order of the list is that of the services: the day, the profession, then the name.
        members.sort_by_cached_key(|member| {
            let case = &member.loaded.case;
            let day = case.protocol.as_ref().map(|protocol| protocol.exam_on.unwrap_or(protocol.signed_on));
            let form = case.application();
            let profession = form.and_then(|form| form.profession.name.clone()).unwrap_or_default();
            let name = form.map(|form| store::fold(&form.applicant.full_name())).unwrap_or_default();
            (day, profession, form.and_then(|form| form.level), name, member.loaded.id)
        });
        let centre_bin = centre_bin.filter(|bin| !bin.trim().is_empty());
        Ok(Self { key, centre_name, centre_bin, received_on, members, draft })
    }

    /// The sum of the prices; nothing only when they leave all bounds.
    pub(crate) fn cost(&self) -> Option<Money> {
        Money::total(self.members.iter().map(|member| member.price.unwrap_or(Money::ZERO)))
    }

    /// The day of acceptance, once every person of it is accepted.
    pub(crate) fn accepted_on(&self) -> Option<NaiveDate> {
        let days: Option<Vec<NaiveDate>> =
            self.members.iter().map(|member| member.accepted.as_ref().map(|(on, _)| *on)).collect();
        days?.into_iter().max()
    }

    pub(crate) fn returned_on(&self) -> Option<NaiveDate> {
        let acts = self.members.iter().filter_map(|member| member.loaded.case.acts.last());
        acts.filter(|_| self.key.returned).filter_map(|act| act.returned_on).max()
    }
}
