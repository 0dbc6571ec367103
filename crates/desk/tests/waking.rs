//! Cases wake at sign-in on the day time alone changes them, on no day before and on none after: whatever was
//! done with them meanwhile, and when the calendar became another one.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use desk::demonstration::make;
use desk::world::{FixedClock, PreparedPicker, World, civil};
use desk::{Desk, Reply};
use rules::calendar::{Amended, Amendment, Becomes, Transfer, Week};
use rules::case::{By, Case, Command, Facts, decide, tick_day};
use rules::law::{Law, builtin};
use rules::region::Region;
use rules::text::Text;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{CaseId, CaseRow, Credential, Store};

const REGION: Region = Region::Kostanay;

fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn next_id() -> String {
    static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
    let serial = u128::from(NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
    uuid::Uuid::from_u128(serial).to_string()
}

type Books = BTreeMap<CaseId, (CaseRow, Case)>;

/// An office with its books, day after day.
struct House {
    folder: tempfile::TempDir,
    clock: Arc<FixedClock>,
    made: make::Made,
    law: Law,
}

impl House {
    fn new(cases: u32) -> Self {
        const SEED: u64 = 11;
        let folder = tempfile::tempdir().unwrap();
        let strength = desk::world::strength_for_tests();
        let made =
            make::office(folder.path(), cases, SEED, strength, instant("2026-01-05T09:00:00Z")).unwrap();
        let clock = Arc::new(FixedClock::at(instant(make::MORNING)));
        Self { folder, clock, made, law: builtin().unwrap() }
    }

    /// The program as it is started on some day, under the law of that day.
    fn desk(&self) -> Desk {
        let papers = self.folder.path().join("papers");
        let world = World {
            clock: Box::new(self.clock.clone()),
            picker: Box::new(PreparedPicker::default()),
            printer: Box::new(desk::printing::Folder::at(&papers)),
            cost: desk::world::strength_for_tests(),
            room: desk::world::room_for_tests(),
            version: "test".into(),
            demonstration: None,
            papers,
        };
        Desk::open(self.folder.path(), world).under(self.law.clone())
    }

    fn password(&self, login: &str) -> &str {
        &self.made.accounts.iter().find(|account| account.login == login).unwrap().password
    }

    /// Somebody sits down, and with that everything that has come by then happens.
    fn sign_in(&self, login: &str) -> Desk {
        let desk = self.desk();
        say(&desk, "session_sign_in", json!({ "login": login, "password": self.password(login) }));
        desk
    }

    fn act(&self, login: &str, case: CaseId, act: Value) {
        let desk = self.sign_in(login);
        let view = say(&desk, "case_open", json!({ "case": case.0 }));
        let acts = json!({ "case": case.0, "version": view["version"], "command": next_id(), "act": act });
        say(&desk, "case_act", acts);
    }

    fn today(&self) -> NaiveDate {
        civil(self.clock.now_for_test(), REGION)
    }

    fn pass_a_day(&self) {
        self.clock.pass(TimeDelta::days(1).to_std().unwrap());
    }

    /// Rows of open cases as they lie in the database, and what their histories add up to.
    fn books(&self) -> Books {
        let key = Credential::password("auditor", self.password("auditor"));
        let store = Store::unlock(self.folder.path(), &key, self.clock.now_for_test()).unwrap();
        let open = store.open_cases().unwrap().into_iter().map(|id| {
            let row = store.find_case(id).unwrap().unwrap();
            let history = desk::case::kept::read(&store.stream(&id.stream()).unwrap()).unwrap();
            (id, (row, Case::fold(&history.entries)))
        });
        open.collect()
    }

    fn row(&self, case: CaseId) -> CaseRow {
        self.books().remove(&case).unwrap().0
    }

    /// The first open case at a stage.
    fn case_at(&self, stage: &str) -> CaseId {
        let books = self.books();
        *books.iter().find(|(_, (row, _))| row.stage == stage).unwrap_or_else(|| panic!("none is {stage}")).0
    }

    fn facts(&self) -> Facts<'_> {
        Facts {
            law: &self.law,
            at: self.clock.now_for_test(),
            by: By::Program,
            region: REGION,
            week: Week::Five,
            earlier: &[],
            parallel: 0,
            quota_left: None,
            office_closes: "18:00:00".parse().unwrap(),
            next_number: None,
            edition: None,
        }
    }

    /// Every kept day is the one the Rules name.
    fn days_are_right(&self) -> Books {
        let (books, facts) = (self.books(), self.facts());
        for (id, (row, case)) in &books {
            assert_eq!(row.wake, tick_day(case, &facts), "{id:?} at {} on {}", row.stage, self.today());
        }
        books
    }

    /// And nothing that has come by today was left undone.
    fn is_right(&self) -> Books {
        let (books, facts) = (self.days_are_right(), self.facts());
        for (id, (_, case)) in &books {
            assert_eq!(decide(case, &Command::Tick {}, &facts), Ok(Vec::new()), "{id:?} was not looked at");
        }
        books
    }

    /// Goes on day by day to a day, somebody signing in every morning; tells which case changed when, and that
    /// each did on the very day that was kept with it.
    fn live_until(&self, last: NaiveDate) -> Vec<(CaseId, NaiveDate)> {
        let (mut changed, mut before) = (Vec::new(), self.books());
        while self.today() < last {
            self.pass_a_day();
            drop(self.sign_in("officer"));
            let after = self.is_right();
            for (id, (row, _)) in before {
                // A lapsed voucher closes its case.
                let moved = after.get(&id).is_none_or(|(now, _)| now.version != row.version);
                assert_eq!(
                    moved,
                    row.wake == Some(self.today()),
                    "{id:?} at {}, kept {:?}",
                    row.stage,
                    row.wake
                );
                changed.extend(moved.then_some((id, self.today())));
            }
            before = after;
        }
        changed
    }
}

/// The time of a clock, for those who hold it.
trait Now {
    fn now_for_test(&self) -> DateTime<Utc>;
}

impl Now for Arc<FixedClock> {
    fn now_for_test(&self) -> DateTime<Utc> {
        desk::world::Clock::now(self)
    }
}

fn say(desk: &Desk, name: &str, args: Value) -> Value {
    match desk.call(name, args) {
        Ok(Reply::Said { text, .. }) => serde_json::from_str::<Value>(&text).unwrap()["value"].clone(),
        Ok(Reply::Raw(_)) => panic!("{name} gave bytes"),
        Err(no) => panic!("{name} was refused: {no:?}"),
    }
}

fn amended(law: &Law, change: Amendment) -> Law {
    let change = Amended { change, by: "admin".into(), at: instant(make::MORNING), note: "акт".into() };
    Law { calendar: law.calendar.amend(change).unwrap(), ..law.clone() }
}

fn words() -> Text {
    Text { kk: "өзгеріс".into(), ru: "изменение".into(), en: "change".into() }
}

fn day_off(date: NaiveDate) -> Amendment {
    Amendment::Day { date, becomes: Becomes::DayOff, name: words(), basis: words() }
}

#[test]
fn a_case_wakes_at_sign_in_on_its_day_and_on_no_other() {
    let house = House::new(26);
    drop(house.sign_in("officer"));
    house.is_right();
    let silent = house.case_at("at_recognition_centre");
    let changed = house.live_until(day("2025-04-16"));
    let lapses = changed.iter().filter(|(id, _)| !house.books().contains_key(id)).count();
    assert!(lapses >= 1 && changed.len() > lapses, "vouchers lapsed and silence was told: {changed:?}");
    assert!(changed.iter().any(|(id, _)| *id == silent), "the silent centre was among them");
    let auditor = house.sign_in("auditor");
    assert_eq!(say(&auditor, "journal_verify", json!({}))["sound"], true, "rows are those of the journal");
}

#[test]
fn who_sits_past_midnight_sees_the_new_day_with_the_next_command() {
    let house = House::new(14);
    let first = house.books().values().filter_map(|(row, _)| row.wake).min().unwrap();
    house.live_until(first - Days::new(1));
    let before = house.books();
    let desk = house.sign_in("officer");
    while house.today() < first {
        house.clock.pass(TimeDelta::minutes(4).to_std().unwrap());
        assert_eq!(
            desk.call("session_touch", json!({})).map(drop).map_err(|no| no.code),
            Ok(()),
            "still there"
        );
    }
    say(&desk, "queue_today", json!({}));
    drop(desk);
    let after = house.is_right();
    let is_moved = |(id, (row, _)): (&CaseId, &(CaseRow, Case))| {
        after.get(id).is_none_or(|(now, _)| now.version != row.version)
    };
    assert!(before.iter().any(is_moved), "a case woke at midnight, with nobody signing in");
}

#[test]
fn the_day_follows_what_is_done_with_the_case() {
    let house = House::new(14);
    let case = house.case_at("issued");
    let first = house.row(case).wake.unwrap();
    let today = house.today();
    let sheet = |from: NaiveDate, days: u64, paper: &str| {
        json!({ "do": "record_sheet", "number": null, "from": from, "to": from + Days::new(days - 1), "paper": paper,
                "integration": false, "received_on": null })
    };
    house.act("officer", case, sheet(today, 20, "sheet"));
    let longer = house.row(case).wake.unwrap();
    let moved = (longer - first).num_days();
    assert!((18..=26).contains(&moved), "twenty days of sickness, to the next working day: {moved}");
    house.act("officer", case, sheet(today + Days::new(25), 10, "certificate"));
    assert_eq!(house.row(case).wake, None, "a paper that nobody judged holds the lapse");
    house.is_right();
    house.act("head", case, json!({ "do": "judge_sheet", "sheet": 1, "counts": false, "reason": "не лист" }));
    assert_eq!(house.row(case).wake, Some(longer), "it does not count");
    house.act("officer", case, json!({ "do": "extend_voucher" }));
    assert_eq!(house.row(case).wake, Some(longer), "the law had extended before the record of it");
    let changed = house.live_until(longer);
    assert_eq!(changed.last(), Some(&(case, longer)), "it lapses on that day: {changed:?}");
}

#[test]
fn another_calendar_moves_the_days_kept_with_the_rows() {
    let mut house = House::new(14);
    let (issued, review) = (house.case_at("issued"), house.case_at("in_review"));
    let (wake, fatal) = (house.row(issued).wake.unwrap(), house.row(review).fatal.unwrap());
    // The lapse waits for the end of the grace day, the day before: it becomes a day off, and the last day of the
    // review too. Somebody without any part in the cases is the first to come under the new calendar.
    house.law = amended(&house.law, day_off(wake - Days::new(1)));
    house.law = amended(&house.law, day_off(fatal));
    drop(house.sign_in("admin"));
    assert!(house.row(issued).wake.unwrap() > wake, "the grace day is another one");
    assert!(house.row(review).fatal.unwrap() > fatal, "and so is the fatal day, as the queue shows it");
    house.days_are_right();
    let auditor = house.sign_in("auditor");
    assert_eq!(
        say(&auditor, "journal_verify", json!({}))["sound"],
        true,
        "rows are those of the new calendar"
    );
    drop(auditor);
    // A Saturday that becomes a working day brings the grace day forward.
    let later = house.row(issued).wake.unwrap();
    let last_day = later - Days::new(2);
    let saturday = last_day.iter_days().find(|date| date.format("%a").to_string() == "Sat").unwrap();
    let monday = saturday + Days::new(9);
    house.law =
        amended(&house.law, Amendment::Transfer(Transfer { off: monday, work: saturday, basis: words() }));
    drop(house.sign_in("officer"));
    house.is_right();
    let wake = house.row(issued).wake.unwrap();
    let changed = house.live_until(wake);
    assert!(changed.contains(&(issued, wake)), "it lapses on the day of the last calendar: {changed:?}");
}

#[test]
fn a_day_no_calendar_knows_keeps_nobody_out() {
    let house = House::new(14);
    let silent = house.case_at("at_recognition_centre");
    let before = house.row(silent);
    house.clock.set(instant("2028-01-10T10:00:00+05:00"));
    drop(house.sign_in("officer"));
    assert_eq!(house.row(silent).version, before.version, "of an unknown day nothing is said");
    assert_eq!(house.row(silent).wake, before.wake, "and the case is looked at again");
}

#[test]
fn the_recovery_card_seats_a_person_among_cases_that_are_awake() {
    let house = House::new(14);
    let desk = house.sign_in("admin");
    let card = say(&desk, "people_recovery_card", json!({}));
    drop(desk);
    house.clock.set(instant("2025-06-16T10:00:00+05:00"));
    let desk = house.desk();
    let groups: Vec<&str> = card["groups"].as_array().unwrap().iter().map(|g| g.as_str().unwrap()).collect();
    let code = groups.join("-");
    say(
        &desk,
        "session_recover",
        json!({ "login": "officer", "code": code, "new": "seven amber kites over hills" }),
    );
    drop(desk);
    house.is_right();
}
