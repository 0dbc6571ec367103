//! Makes a demonstration office: the accounts of every role, and invented cases at every stage, each walked
//! there by the Rules themselves on the days before the office opens to the visitor.

use super::chance::Chance;
use super::people::{Flaw, application, sample_page};
use super::{Mark, accounts};
use crate::case;
use crate::contract::No;
use crate::contract::session::{DemonstrationAccount, Role};
use crate::contract::settings::SettingsView;
use crate::desk::Desk;
use crate::intake::copy::{Look, look};
use crate::intake::folder::{Copy, Dossier, hex};
use crate::intake::take;
use crate::law::Books;
use crate::people::{PersonFact, role_code};
use crate::session::{First, found};
use crate::workplace::{Card, Me, OfficeFile, Official, Place, Workplace};
use crate::world::{FixedClock, PreparedPicker, World, civil};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use rules::application::Application;
use rules::calendar::Week;
use rules::case::event::{Outcome, Payee};
use rules::case::{Command, Stage};
use rules::check::Verdict;
use rules::person::{Bin, Iban};
use rules::region::Region;
use sha2::{Digest, Sha256};
use std::path::Path;
use std::sync::Arc;
use store::{CaseId, CommandId, Cost, NewUser, Store, UserId};

/// The morning on which the demonstration stands: the week of its three applications.
pub const MORNING: &str = "2025-03-11T10:00:00+05:00";

/// What was made.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Made {
    pub accounts: Vec<DemonstrationAccount>,
    pub cases: u32,
    pub events: u64,
    /// What the clock of the office shows.
    pub shows: DateTime<Utc>,
}

/// Fills an empty data folder with a demonstration office.
pub fn office(folder: &Path, cases: u32, seed: u64, cost: Cost, made_at: DateTime<Utc>) -> Result<Made, No> {
    let shows = DateTime::parse_from_rfc3339(MORNING).map_err(|_| No::bug("answer"))?.to_utc();
    let clock = Arc::new(FixedClock::at(shows - TimeDelta::days(140)));
    let world = World {
        clock: Box::new(clock.clone()),
        picker: Box::new(PreparedPicker::default()),
        printer: Box::new(crate::printing::Folder::at(folder.join("papers"))),
        cost,
        room: crate::world::room(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        demonstration: None,
        papers: folder.join("papers"),
    };
    let desk = Desk::open(folder, world);
    let office = office_file();
    let people = accounts();
    let mut staff = staff(&desk, &office, &people, clock.clone())?;
    let mut walks = walks(cases, seed, shows, &staff.desk.books)?;
    // In the order of time, as a real office would have worked.
    while let Some(next) = walks.iter_mut().filter(|walk| !walk.done).min_by_key(|walk| walk.next_at) {
        if next.next_at >= shows {
            next.done = true;
            continue;
        }
        clock.set(next.next_at);
        step(&mut staff, next)?;
    }
    case::time::days_are_right(&staff.desk)?;
    let events = staff.desk.store.last_seq()?;
    let count = u32::try_from(walks.iter().filter(|walk| walk.case.is_some()).count()).unwrap_or(u32::MAX);
    staff.desk.store.lock()?;
    let mark = Mark { shows, made_at, accounts: people.clone() };
    mark.write(folder)?;
    Ok(Made { accounts: people, cases: count, events, shows })
}

fn office_file() -> OfficeFile {
    let official = |kk: &str, ru: &str, name: &str| Official {
        position_kk: kk.into(),
        position_ru: ru.into(),
        name: name.into(),
    };
    // Numbers with right check digits that belong to nobody.
    OfficeFile {
        career_centre: Place {
            id: "39-kc-1".into(),
            kk: "Қостанай қаласының мансап орталығы (үлгі)".into(),
            ru: "Карьерный центр города Костаная (образец)".into(),
            card: Card {
                bin: Bin::parse("230741990040").ok(),
                address_kk: "110000, Қостанай қаласы, Үлгі көшесі, 1".into(),
                address_ru: "110000, г. Костанай, ул. Образцовая, 1".into(),
                phone: "8 (7142) 00-00-01".into(),
                email: "kc@tanu.example".into(),
                iban: Iban::parse("KZ580700390000000001").ok(),
                head: official(
                    "Мансап орталығының басшысы",
                    "Руководитель карьерного центра",
                    "Жұмабеков Марат Ерікұлы",
                ),
                signatories: Vec::new(),
            },
        },
        mobility_centre: Place {
            id: "39-ctm".into(),
            kk: "Қостанай облысының еңбек мобильділігі орталығы (үлгі)".into(),
            ru: "Центр трудовой мобильности Костанайской области (образец)".into(),
            card: Card {
                bin: Bin::parse("230740990014").ok(),
                address_kk: "110000, Қостанай қаласы, Үлгі көшесі, 2".into(),
                address_ru: "110000, г. Костанай, ул. Образцовая, 2".into(),
                phone: "8 (7142) 00-00-02".into(),
                email: "ctm@tanu.example".into(),
                iban: Iban::parse("KZ310700390000000002").ok(),
                head: official(
                    "Еңбек мобильділігі орталығының директоры",
                    "Директор центра трудовой мобильности",
                    "Әбенов Руслан Сәкенұлы",
                ),
                signatories: vec![official(
                    "Ваучерлер бөлімінің басшысы",
                    "Начальник отдела ваучеров",
                    "Оспанова Дина Қанатқызы",
                )],
            },
        },
        region: Region::Kostanay,
        week: 5,
        closes_at: "18:00".into(),
        idle_lock_minutes: 5,
        demonstration: true,
    }
}

/// The people of the office around one open store.
struct Staff {
    desk: Workplace,
    all: Vec<Me>,
}

impl Staff {
    /// Somebody else sits down. The store stays open: this is how an office is made, not how one is used.
    fn seat(&mut self, role: Role, office: &str) {
        if let Some(me) = self.all.iter().find(|me| me.role == role && me.office.id == office) {
            self.desk.me = me.clone();
        }
    }
}

fn staff(
    desk: &Desk,
    office: &OfficeFile,
    people: &[DemonstrationAccount],
    clock: Arc<FixedClock>,
) -> Result<Staff, No> {
    use crate::world::Clock;
    let now = clock.now();
    let admin = people.iter().find(|one| one.role == Role::Administrator).ok_or_else(|| No::bug("answer"))?;
    let first = First {
        login: admin.login.clone(),
        name: admin.name.clone(),
        role: admin.role,
        password: admin.password.clone(),
    };
    let (store, _card) = found(desk, office, &first, now)?;
    let founder = store.user().ok_or_else(|| No::bug("answer"))?;
    let mut all = vec![me(founder, admin, office.office(&office.mobility_centre.id))];
    let place = workplace(desk, store, office, all.first().cloned().ok_or_else(|| No::bug("answer"))?)?;
    for one in people.iter().filter(|one| one.role != Role::Administrator) {
        let user = UserId::new(clock.now())?;
        let login = NewUser { user, login: one.login.clone(), password: one.password.clone().into() };
        let key = place.store.add_login(&login, place.world.cost)?;
        let id = office.id_of(one.office);
        let fact = PersonFact::PersonAdded {
            login: one.login.clone(),
            name: one.name.clone(),
            role: role_code(one.role).to_owned(),
            office: id.to_owned(),
            territory: vec![office.region.code().to_owned()],
            key: Some(hex(&key)),
        };
        place.record_person("add_person", user, &fact)?;
        all.push(me(user, one, office.office(id)));
    }
    Ok(Staff { desk: place, all })
}

fn me(user: UserId, account: &DemonstrationAccount, office: rules::case::Office) -> Me {
    Me { user, login: account.login.clone(), name: account.name.clone(), role: account.role, office }
}

fn workplace(desk: &Desk, store: Store, office: &OfficeFile, me: Me) -> Result<Workplace, No> {
    let clock = &desk.world.clock;
    Ok(Workplace {
        world: desk.world.clone(),
        store,
        me,
        office: office.clone(),
        offices: Vec::new(),
        books: Books::shipped()?,
        settings: SettingsView::default(),
        touched: clock.running(),
        sat_down: (clock.now(), clock.running()),
        clock_behind: false,
        caught_up: None,
        card: desk.card.clone(),
    })
}

/// One invented case on its way.
struct Walk {
    number: u32,
    received: DateTime<Utc>,
    next_at: DateTime<Utc>,
    flaw: Flaw,
    /// Where it stops.
    goal: Stage,
    chance: Chance,
    case: Option<CaseId>,
    done: bool,
}

/// Stages of the demonstration with how often each is met, and how many days before the morning such a case
/// was received.
const GOALS: [(Stage, u64, u64, u64); 14] = [
    (Stage::InReview, 10, 0, 3),
    (Stage::RefusalDrafted, 3, 1, 1),
    (Stage::Refused, 2, 1, 2),
    (Stage::AtMobilityCentre, 4, 1, 2),
    (Stage::AtRecognitionCentre, 5, 3, 9),
    (Stage::Confirmed, 2, 4, 6),
    (Stage::Issued, 8, 12, 58),
    (Stage::Used, 3, 25, 50),
    (Stage::Protocol, 2, 35, 55),
    (Stage::ActReceived, 2, 40, 60),
    (Stage::ActAccepted, 2, 45, 60),
    (Stage::Closed, 6, 60, 110),
    (Stage::RefusalSent, 5, 20, 90),
    (Stage::Annulled, 2, 85, 110),
];

fn walks(cases: u32, seed: u64, shows: DateTime<Utc>, books: &Books) -> Result<Vec<Walk>, No> {
    let mut chance = Chance::of(seed);
    let total: u64 = GOALS.iter().map(|goal| goal.1).sum();
    let mut walks = Vec::new();
    for number in 0..cases {
        // The first cases show every stage once, whatever the number asked for.
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        let (goal, _, near, far) = match GOALS.get(place) {
            Some(goal) => *goal,
            None => weighted(&mut chance, total),
        };
        let day = civil(shows, Region::Kostanay)
            .checked_sub_days(Days::new(chance.between(near, far)))
            .ok_or_else(|| No::bug("answer"))?;
        let time = NaiveTime::from_hms_opt(
            u32::try_from(chance.between(9, 17)).unwrap_or(9),
            u32::try_from(chance.below(60)).unwrap_or(0),
            0,
        );
        let local = day.and_time(time.unwrap_or_default());
        let zone = Region::Kostanay.zone();
        let received = local.and_local_timezone(zone).earliest().ok_or_else(|| No::bug("answer"))?.to_utc();
        let received = received.min(shows - TimeDelta::minutes(30));
        let flaw = match goal {
            Stage::RefusalDrafted | Stage::Refused | Stage::RefusalSent => {
                if chance.below(2) == 0 {
                    Flaw::TooLittleExperience
                } else {
                    Flaw::NoWorkCopy
                }
            }
            Stage::InReview if chance.below(3) == 0 => Flaw::TooLittleExperience,
            _ => Flaw::None,
        };
        let own = Chance::of(chance.draw());
        // Taken in as soon as the office is open after it came.
        let next_at = opening(received, books)? + TimeDelta::minutes(i64::from(number % 40));
        let next_at = next_at.max(received + TimeDelta::minutes(5));
        walks.push(Walk { number, received, next_at, flaw, goal, chance: own, case: None, done: false });
    }
    Ok(walks)
}

fn weighted(chance: &mut Chance, total: u64) -> (Stage, u64, u64, u64) {
    let mut left = chance.below(total);
    for goal in GOALS {
        if left < goal.1 {
            return goal;
        }
        left -= goal.1;
    }
    (Stage::InReview, 1, 0, 3)
}

/// Nine in the morning of the first working day on which the office can look at what came at an instant.
fn opening(at: DateTime<Utc>, books: &Books) -> Result<DateTime<Utc>, No> {
    let day = civil(at, Region::Kostanay);
    let working = |day: NaiveDate| books.law.calendar.kind(day, Week::Five).is_ok_and(|kind| kind.counts());
    let open = day.iter_days().take(30).find(|day| working(*day)).ok_or_else(|| No::bug("answer"))?;
    morning(open)
}

/// Nine in the morning of the n-th working day after an instant.
fn working_morning(at: DateTime<Utc>, days: u32, books: &Books) -> Result<DateTime<Utc>, No> {
    let day = civil(at, Region::Kostanay);
    let due = books.law.calendar.due_date(day, days, Week::Five).map_err(|_| No::failure("calendar"))?;
    morning(due)
}

fn morning(day: NaiveDate) -> Result<DateTime<Utc>, No> {
    let local = day.and_time(NaiveTime::from_hms_opt(9, 20, 0).unwrap_or_default());
    let zone = Region::Kostanay.zone();
    Ok(local.and_local_timezone(zone).earliest().ok_or_else(|| No::bug("answer"))?.to_utc())
}

/// Does the next thing of a case, and says when the one after it comes.
fn step(staff: &mut Staff, walk: &mut Walk) -> Result<(), No> {
    let books = staff.desk.books.clone();
    let career = staff.desk.office.career_centre.id.clone();
    let mobility = staff.desk.office.mobility_centre.id.clone();
    let Some(id) = walk.case else {
        staff.seat(Role::Specialist, &career);
        let taken = take(&staff.desk, &dossier(walk)?)?;
        walk.case = Some(CaseId(taken.case));
        walk.next_at += TimeDelta::minutes(30);
        walk.done = walk.goal == Stage::InReview;
        return Ok(());
    };
    let now = staff.desk.now();
    let loaded = case::load(&staff.desk, id)?;
    let stage = loaded.case.stage;
    if stage == walk.goal || stage.is_final() {
        walk.done = true;
        return Ok(());
    }
    let refused = matches!(walk.goal, Stage::RefusalDrafted | Stage::Refused | Stage::RefusalSent);
    let next_day = |days| working_morning(now, days, &books);
    let (role, office, commands, then): (Role, &str, Vec<Command>, DateTime<Utc>) = match stage {
        Stage::InReview => {
            staff.seat(Role::Specialist, &career);
            let mut commands = verdicts(&staff.desk, id)?;
            let last = if refused {
                Command::RefuseByCareerCentre { grounds: Vec::new(), letter: None }
            } else {
                Command::ForwardToMobilityCentre {}
            };
            commands.push(last);
            (Role::Specialist, &career, commands, now + TimeDelta::hours(2))
        }
        Stage::RefusalDrafted => {
            staff.seat(Role::Supervisor, &career);
            let number = Some(case::next_number(&staff.desk, "refusal")?);
            (Role::Supervisor, &career, vec![Command::ApproveRefusal { number }], now + TimeDelta::hours(3))
        }
        Stage::Refused => (Role::MobilityOfficer, &mobility, vec![Command::SendRefusal {}], next_day(1)?),
        Stage::AtMobilityCentre => {
            let days = u32::try_from(walk.chance.between(1, 4)).unwrap_or(1);
            (Role::MobilityOfficer, &mobility, vec![Command::ForwardToRecognitionCentre {}], next_day(days)?)
        }
        Stage::AtRecognitionCentre => {
            let command =
                Command::RecordConfirmation { answered_on: None, exam_on: None, price: None, venue: None };
            (Role::MobilityOfficer, &mobility, vec![command], now + TimeDelta::hours(5))
        }
        Stage::Confirmed => {
            staff.seat(Role::MobilityOfficer, &mobility);
            let number = Some(case::next_number(&staff.desk, "voucher")?);
            let command = Command::IssueVoucher { number, registered_unemployed: Some(true) };
            // An unused voucher lapses after the working day that follows its last one.
            let days = if walk.goal == Stage::Annulled { 48 } else { 6 };
            (Role::MobilityOfficer, &mobility, vec![command], next_day(days)?)
        }
        Stage::Issued if walk.goal == Stage::Annulled => {
            (Role::MobilityOfficer, &mobility, vec![Command::Tick {}], next_day(2)?)
        }
        Stage::Issued => {
            let command = Command::RecordUse { admitted_on: None };
            (Role::MobilityOfficer, &mobility, vec![command], next_day(2)?)
        }
        Stage::Used => {
            let command = Command::RecordProtocol {
                number: format!("{}-П", 100 + walk.number),
                signed_on: None,
                exam_on: None,
                outcome: Some(Outcome::Passed),
                venue: None,
                remote: false,
            };
            (Role::MobilityOfficer, &mobility, vec![command], next_day(2)?)
        }
        Stage::Protocol => {
            let cost = loaded.case.application().and_then(|form| form.recognition_centre.price);
            let command = Command::ReceiveAct {
                number: format!("А-{}", 200 + walk.number),
                drawn_on: None,
                received_on: None,
                cost,
            };
            (Role::Accountant, &mobility, vec![command], next_day(1)?)
        }
        Stage::ActReceived => (Role::Accountant, &mobility, vec![Command::AcceptAct {}], next_day(1)?),
        Stage::ActAccepted => {
            let payees = [Payee::RecognitionCentre, Payee::Person];
            let due = payees.into_iter().filter(|payee| loaded.case.due_to(*payee).is_some());
            let commands = due.flat_map(|payee| {
                let order = Some(format!("{}", 5000 + walk.number));
                [
                    Command::SendPayment { payee: Some(payee), amount: None, order },
                    Command::ConfirmPayment { payee: Some(payee), bank_on: None },
                ]
            });
            (Role::Accountant, &mobility, commands.collect(), next_day(1)?)
        }
        Stage::New
        | Stage::Declined
        | Stage::DeclineDrafted
        | Stage::DeclineFormed
        | Stage::RefusalSent
        | Stage::ActReturned
        | Stage::Closed
        | Stage::Annulled
        | Stage::Withdrawn => {
            walk.done = true;
            return Ok(());
        }
    };
    staff.seat(role, office);
    for command in commands {
        let version = case::load(&staff.desk, id)?.case.version;
        let command_id = CommandId::new(staff.desk.now())?;
        match case::decide_on(&staff.desk, id, version, command_id, command) {
            Ok(_) => {}
            // The Rules did not let it go further: it stays where it lawfully is.
            Err(no) if no.kind == crate::contract::NoKind::Denial => {
                walk.done = true;
                return Ok(());
            }
            Err(no) => return Err(no),
        }
    }
    walk.next_at = then.max(now + TimeDelta::minutes(20));
    Ok(())
}

/// A specialist looks at every copy and finds it readable and in order.
fn verdicts(desk: &Workplace, id: CaseId) -> Result<Vec<Command>, No> {
    let loaded = case::load(desk, id)?;
    let findings = crate::refusal::findings(desk, &loaded)?;
    let open = rules::check::unresolved(&findings).into_iter();
    Ok(open.map(|check| Command::RecordCheck { check, verdict: Verdict::Pass, note: None }).collect())
}

fn dossier(walk: &mut Walk) -> Result<Dossier, No> {
    let zone = Region::Kostanay.zone();
    let received = walk.received.with_timezone(&zone).fixed_offset();
    let made = application(walk.number, received, walk.flaw, &mut walk.chance);
    let value = made.ok_or_else(|| No::bug("answer"))?;
    let application = Application::from_value(&value).map_err(|_| No::bug("answer"))?;
    let copies = application.documents.iter().enumerate().filter_map(|(document, stated)| {
        let file = stated.file.clone()?;
        let bytes = sample_page(&format!("{} {}", stated.kind.code(), 100_000 + walk.number));
        let Look { format, pages, fault: _ } = look(&bytes);
        let sha256 = hex(&Sha256::digest(&bytes));
        Some(Copy { document, file, bytes, sha256, format, pages, problem: None })
    });
    let copies = copies.collect();
    Ok(Dossier { application, copies, unnamed: Vec::new() })
}
