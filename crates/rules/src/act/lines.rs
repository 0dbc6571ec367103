//! Examination of an act: every line against vouchers, persons, protocols, caps and terms, to the tiyn, and all remarks at once (par. 14–17, A-47, A-48).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::paper::{ActLine, ActPaper, ActPerson, Party};
use super::payment::{Profile, Service, SettleFault, Settlement, Venue, settle};
use crate::calendar::Week;
use crate::law::{Edition, Law, Term};
use crate::money::Money;
use crate::person::name::comparable;
use crate::person::{Bin, Iin};
use crate::region::Region;

/// What the office knows of a voucher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownVoucher {
    /// Its number.
    pub number: String,
    /// ИИН of its holder.
    pub iin: Iin,
    /// Name of its holder in one line.
    pub name: String,
    /// БИН of the ЦП named in it.
    pub centre_bin: Option<String>,
    /// Name of the ЦП named in it.
    pub centre_name: Option<String>,
    /// Price of the ЦП for the profession.
    pub price: Option<Money>,
    /// Day of issue.
    pub issued_on: NaiveDate,
    /// Last day, as extended.
    pub last_day: NaiveDate,
    /// Day of use.
    pub used_on: Option<NaiveDate>,
    /// A supervisor accepted a use on the grace day.
    pub accepted_late: bool,
    /// Protocol recorded here: number and day.
    pub protocol: Option<(String, NaiveDate)>,
    /// Profile of the profession.
    pub profile: Option<Profile>,
    /// Region of permanent registration.
    pub home: Option<Region>,
    /// Region of the exam.
    pub venue: Option<Venue>,
    /// Already paid by another act.
    pub paid: bool,
}

/// What an examination may know.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    /// Editions, calendar, МРП.
    pub law: &'a Law,
    /// Edition on the day of receipt.
    pub edition: &'a Edition,
    /// Working week of the ЦТМ.
    pub week: Week,
    /// БИН of the ЦТМ.
    pub customer_bin: Option<&'a str>,
    /// Day of receipt.
    pub received_on: NaiveDate,
    /// Vouchers of the ЦТМ.
    pub vouchers: &'a [KnownVoucher],
    /// Numbers of acts of this ЦП already accepted in the year (F2-04).
    pub numbers_taken: &'a [String],
}

/// One remark to an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActRemark {
    /// Reason code; its sentence is the message `remark-…` of the words.
    pub code: String,
    /// Row of Appendix 2.
    pub field: String,
    /// Place in the table, from 1.
    pub line: Option<usize>,
    /// Place in the list of persons, from 1.
    pub person: Option<usize>,
    /// Facts used.
    pub facts: BTreeMap<String, String>,
    /// The act must go back because of it; else it is only told (lateness is, A-47).
    pub returns: bool,
}

/// An examined act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    /// All remarks.
    pub remarks: Vec<ActRemark>,
    /// What is paid for each person, in the order of the list; `None` where it cannot be reckoned.
    pub settlements: Vec<Option<Settlement>>,
    /// Total to the ЦП.
    pub reimbursed: Option<Money>,
    /// Total of the persons' own shares.
    pub claimants_pay: Option<Money>,
    /// Total of aid.
    pub material_aid: Option<Money>,
}

impl Examined {
    /// The act can be accepted: nothing in it must go back, and every person's sum is known.
    #[must_use]
    pub fn is_payable(&self) -> bool {
        !self.remarks.iter().any(|remark| remark.returns) && self.settlements.iter().all(Option::is_some)
    }
}

/// Examines an act.
#[must_use]
pub fn examine(act: &ActPaper, known: &Known<'_>) -> Examined {
    let mut look = Look { act, known, remarks: Vec::new() };
    look.heading();
    look.table();
    let settlements = look.list();
    let total = |part: fn(&Settlement) -> Money| Money::total(settlements.iter().flatten().map(part));
    Examined {
        reimbursed: total(|one| one.reimbursed),
        claimants_pay: total(|one| one.claimant_pays),
        material_aid: total(|one| one.material_aid),
        remarks: look.remarks,
        settlements,
    }
}

struct Look<'a> {
    act: &'a ActPaper,
    known: &'a Known<'a>,
    remarks: Vec<ActRemark>,
}

/// Where a remark points.
#[derive(Clone, Copy, Default)]
struct At {
    line: Option<usize>,
    person: Option<usize>,
}

impl Look<'_> {
    fn say(&mut self, field: &str, code: &str, at: At, facts: &[(&str, String)]) {
        self.note(field, code, at, facts, true);
    }

    fn note(&mut self, field: &str, code: &str, at: At, facts: &[(&str, String)], returns: bool) {
        let mut kept: BTreeMap<String, String> =
            facts.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        kept.extend(at.line.map(|line| ("line".to_owned(), line.to_string())));
        kept.extend(at.person.map(|person| ("person".to_owned(), person.to_string())));
        self.remarks.push(ActRemark {
            code: code.to_owned(),
            field: field.to_owned(),
            line: at.line,
            person: at.person,
            facts: kept,
            returns,
        });
    }

    fn heading(&mut self) {
        let (act, known) = (self.act, self.known);
        match filled(act.number.as_deref()) {
            None => self.say("F2-04", "number_missing", At::default(), &[]),
            Some(number)
                if known.numbers_taken.iter().any(|taken| comparable(taken) == comparable(number)) =>
            {
                self.say("F2-04", "number_taken", At::default(), &[("number", number.to_owned())]);
            }
            Some(_) => {}
        }
        self.party("F2-01", &act.customer, known.customer_bin);
        self.party("F2-02", &act.contractor, None);
        let latest = act.persons.iter().filter_map(|person| self.protocol_day(person)).max();
        match (act.drawn_on, latest) {
            (None, _) => self.say("F2-05", "date_missing", At::default(), &[]),
            (Some(drawn), Some(latest)) if drawn < latest => {
                let facts = [("drawn_on", drawn.to_string()), ("protocol_on", latest.to_string())];
                self.say("F2-05", "drawn_before_protocol", At::default(), &facts);
            }
            (Some(drawn), _) if drawn > known.received_on => {
                let facts = [("drawn_on", drawn.to_string()), ("received_on", known.received_on.to_string())];
                self.say("F2-05", "drawn_after_receipt", At::default(), &facts);
            }
            (Some(_), _) => {}
        }
        match act.signed {
            Some(true) => {}
            Some(false) => self.say("F2-16", "signature_invalid", At::default(), &[]),
            None => self.say("F2-16", "signature_missing", At::default(), &[]),
        }
    }

    fn party(&mut self, field: &str, party: &Party, expected: Option<&str>) {
        if filled(party.name.as_deref()).is_none() {
            self.say(field, "party_name_missing", At::default(), &[]);
        }
        let Some(bin) = filled(party.bin.as_deref()) else {
            self.say("F2-03", "party_number_missing", At::default(), &[("field", field.to_owned())]);
            return;
        };
        if Bin::parse(bin).is_err() && Iin::parse(bin).is_err() {
            self.say("F2-03", "party_number_wrong", At::default(), &[("bin", bin.to_owned())]);
        } else if expected.is_some_and(|expected| expected != bin) {
            self.say(field, "other_customer", At::default(), &[("bin", bin.to_owned())]);
        }
    }

    fn protocol_day(&self, person: &ActPerson) -> Option<NaiveDate> {
        person.protocol_on.or_else(|| {
            self.voucher(person).and_then(|voucher| voucher.protocol.as_ref()).map(|(_, day)| *day)
        })
    }

    fn voucher(&self, person: &ActPerson) -> Option<&KnownVoucher> {
        let number = filled(person.voucher.as_deref())?;
        self.known.vouchers.iter().find(|voucher| voucher.number == number)
    }

    fn table(&mut self) {
        let act = self.act;
        if act.lines.is_empty() {
            self.say("F2-07", "no_lines", At::default(), &[]);
        }
        let days: BTreeSet<NaiveDate> =
            act.persons.iter().filter_map(|person| self.protocol_day(person)).collect();
        for (place, line) in act.lines.iter().enumerate() {
            self.line(place + 1, line, days.len() > 1);
        }
        let costs = act.lines.iter().map(|line| line.cost).collect::<Option<Vec<_>>>();
        let sum = costs.and_then(Money::total);
        match (act.total, sum) {
            (None, _) => self.say("F2-14", "total_missing", At::default(), &[]),
            (Some(total), Some(sum)) if total != sum => {
                let facts = [("total", total.to_string()), ("sum", sum.to_string())];
                self.say("F2-14", "total_differs", At::default(), &facts);
            }
            (Some(_), _) => {}
        }
    }

    fn line(&mut self, place: usize, line: &ActLine, several_days: bool) {
        let at = At { line: Some(place), person: None };
        if line.number != u64::try_from(place).ok() {
            self.say("F2-07", "line_numbers_broken", at, &[]);
        }
        if filled(line.service.as_deref()).is_none() {
            self.say("F2-08", "service_missing", at, &[]);
        }
        // The footnote of the form: dates are filled in when services fall into different periods.
        if several_days && line.on.is_none() {
            self.say("F2-09", "service_date_missing", at, &[]);
        }
        if filled(line.unit.as_deref()).is_none() {
            self.say("F2-10", "unit_missing", at, &[]);
        }
        let persons = self.persons_of(place);
        match line.quantity {
            None | Some(0) => self.say("F2-11", "quantity_missing", at, &[]),
            Some(quantity) if quantity != persons => {
                let facts = [("quantity", quantity.to_string()), ("persons", persons.to_string())];
                self.say("F2-11", "quantity_differs", at, &facts);
            }
            Some(_) => {}
        }
        let (Some(price), Some(cost)) = (line.price, line.cost) else {
            self.say("F2-13", "price_or_cost_missing", at, &[]);
            return;
        };
        let product =
            line.quantity.and_then(|count| u32::try_from(count).ok()).and_then(|count| price.times(count));
        if product != Some(cost) {
            let expected = product.map(|sum| sum.to_string()).unwrap_or_default();
            self.say("F2-13", "cost_differs", at, &[("cost", cost.to_string()), ("expected", expected)]);
        }
    }

    /// Persons of the list that belong to a line.
    fn persons_of(&self, place: usize) -> u64 {
        let only = self.act.lines.len() == 1;
        let place = u64::try_from(place).ok();
        let count =
            self.act.persons.iter().filter(|person| person.line == place || (only && person.line.is_none()));
        u64::try_from(count.count()).unwrap_or(u64::MAX)
    }

    fn list(&mut self) -> Vec<Option<Settlement>> {
        let act = self.act;
        if act.persons.is_empty() {
            self.say("F2-15", "no_persons", At::default(), &[]);
        }
        if act.pages.is_none_or(|pages| pages == 0) {
            self.note("F2-15", "pages_missing", At::default(), &[], false);
        }
        let mut seen = BTreeSet::new();
        let persons = act.persons.iter().enumerate();
        persons.map(|(place, person)| self.person(place + 1, person, &mut seen)).collect()
    }

    fn person(
        &mut self,
        place: usize,
        person: &ActPerson,
        seen: &mut BTreeSet<String>,
    ) -> Option<Settlement> {
        let at = At { line: None, person: Some(place) };
        let line = self.line_of(person).cloned();
        if line.is_none() {
            self.say("F2-15", "person_without_line", at, &[]);
        }
        let Some(number) = filled(person.voucher.as_deref()).map(str::to_owned) else {
            self.say("F2-15", "voucher_missing", at, &[]);
            return None;
        };
        let Some(voucher) = self.voucher(person).cloned() else {
            self.say("F2-15", "voucher_unknown", at, &[("number", number)]);
            return None;
        };
        if !seen.insert(number.clone()) {
            self.say("F2-15", "person_twice", at, &[("number", number.clone())]);
        }
        if voucher.paid {
            self.say("F2-15", "voucher_already_paid", at, &[("number", number.clone())]);
        }
        self.identity(at, person, &voucher);
        self.use_in_time(at, &voucher);
        let protocol_on = self.protocol(at, person, &voucher)?;
        let price = line?.price?;
        if voucher.price.is_some_and(|agreed| agreed != price) {
            let facts =
                [("price", price.to_string()), ("agreed", voucher.price.unwrap_or_default().to_string())];
            self.note("F2-12", "price_differs", at, &facts, false);
        }
        self.settled(at, person, &voucher, price, protocol_on)
    }

    fn line_of(&self, person: &ActPerson) -> Option<&ActLine> {
        match (person.line, self.act.lines.as_slice()) {
            (None, [only]) => Some(only),
            (Some(number), lines) => {
                usize::try_from(number).ok()?.checked_sub(1).and_then(|place| lines.get(place))
            }
            (None, _) => None,
        }
    }

    fn identity(&mut self, at: At, person: &ActPerson, voucher: &KnownVoucher) {
        if filled(person.iin.as_deref()).is_none_or(|iin| iin != voucher.iin.to_string()) {
            self.say("F2-15", "iin_differs", at, &[("number", voucher.number.clone())]);
        }
        if filled(person.name.as_deref()).is_some_and(|name| comparable(name) != comparable(&voucher.name)) {
            self.note("F2-15", "name_differs", at, &[("name", voucher.name.clone())], false);
        }
        let contractor = &self.act.contractor;
        let other = match (filled(contractor.bin.as_deref()), voucher.centre_bin.as_deref()) {
            (Some(own), Some(named)) => own != named,
            (None, _) | (_, None) => false,
        };
        if other {
            let name = voucher.centre_name.clone().unwrap_or_default();
            self.say("F2-02", "other_centre", at, &[("centre", name)]);
        }
    }

    /// No payment without a use inside the validity (par. 11, A-14, A-15).
    fn use_in_time(&mut self, at: At, voucher: &KnownVoucher) {
        match voucher.used_on {
            None => self.say("F2-15", "voucher_not_used", at, &[("number", voucher.number.clone())]),
            Some(used) if used > voucher.last_day && !voucher.accepted_late => {
                let facts = [("used_on", used.to_string()), ("last_day", voucher.last_day.to_string())];
                self.say("F2-15", "used_after_validity", at, &facts);
            }
            Some(_) => {}
        }
    }

    fn protocol(&mut self, at: At, person: &ActPerson, voucher: &KnownVoucher) -> Option<NaiveDate> {
        let Some((number, signed_on)) = voucher.protocol.clone() else {
            self.say("F2-15", "protocol_unknown", at, &[("number", voucher.number.clone())]);
            return None;
        };
        let other_number =
            filled(person.protocol.as_deref()).is_none_or(|one| comparable(one) != comparable(&number));
        if other_number || person.protocol_on.is_some_and(|day| day != signed_on) {
            let facts = [("protocol", number), ("protocol_on", signed_on.to_string())];
            self.say("F2-15", "protocol_differs", at, &facts);
        }
        // Late for this line: told, never a reason not to pay.
        let days = self.known.edition.term(Term::SendAct).ok().and_then(|rule| rule.working_days);
        let due =
            days.and_then(|days| self.known.law.calendar.due_date(signed_on, days, self.known.week).ok());
        if let Some(due) = due.filter(|due| self.known.received_on > *due) {
            let facts = [("due", due.to_string()), ("received_on", self.known.received_on.to_string())];
            self.note("F2-05", "act_late", at, &facts, false);
        }
        Some(signed_on)
    }

    fn settled(
        &mut self,
        at: At,
        person: &ActPerson,
        voucher: &KnownVoucher,
        price: Money,
        protocol: NaiveDate,
    ) -> Option<Settlement> {
        let venue = filled(person.venue.as_deref()).and_then(Region::of_kato).map(Venue::In);
        let service = Service {
            profile: voucher.profile,
            price,
            protocol,
            issued: Some(voucher.issued_on),
            paid: Some(self.known.received_on),
            home: voucher.home,
            venue: voucher.venue.or(venue),
        };
        match settle(&service, self.known.edition, &self.known.law.mrp, &self.known.law.calendar) {
            Ok(settlement) => {
                if let Some(asked) = person.reimbursed.filter(|asked| *asked != settlement.reimbursed) {
                    let facts = [("asked", asked.to_string()), ("due", settlement.reimbursed.to_string())];
                    self.say("F2-15", "reimbursement_differs", at, &facts);
                }
                if !settlement.aid_decided {
                    self.note("F2-15", "venue_or_home_unknown", at, &[], false);
                }
                Some(settlement)
            }
            Err(fault) => {
                // The gap is ours or the law's, not the centre's: the payment waits, the act does not go back.
                let code = match fault {
                    SettleFault::ProfileUnknown => "profile_unknown",
                    SettleFault::BasisDateMissing(_)
                    | SettleFault::Mrp(_)
                    | SettleFault::Edition(_)
                    | SettleFault::TooLarge => "sum_not_reckoned",
                };
                self.note("F2-15", code, at, &[], false);
                None
            }
        }
    }
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}
