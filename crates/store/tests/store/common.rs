//! A small vault with synthetic people, and the projection a desk would make of it.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use store::*;
use tempfile::TempDir;

pub(crate) const NOW: DateTime<Utc> = DateTime::from_timestamp_nanos(1_772_424_000_000_000_000);
pub(crate) const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
pub(crate) const LOGIN: &str = "admin";
pub(crate) const PASSWORD: &str = "a long enough phrase";

pub(crate) struct Vault {
    pub(crate) folder: TempDir,
    pub(crate) dir: PathBuf,
    pub(crate) store: Store,
    pub(crate) admin: UserId,
    pub(crate) recovery: RecoveryCode,
}

/// Body of the event from which a row is made again.
#[derive(Serialize, Deserialize)]
pub(crate) struct Received {
    pub(crate) case: CaseId,
    pub(crate) office: String,
    pub(crate) name_kk: String,
    pub(crate) name_ru: String,
    pub(crate) iin: String,
    pub(crate) phone: String,
    pub(crate) voucher: String,
    pub(crate) account: String,
    pub(crate) fatal: Option<NaiveDate>,
    pub(crate) owner: UserId,
}

#[derive(Serialize, Deserialize)]
struct Joined {
    user: UserId,
    login: String,
    public: Option<[u8; 32]>,
}

#[derive(Serialize, Deserialize)]
struct Copied {
    attachment: AttachmentId,
    stream: String,
    name: String,
    sha256: [u8; 32],
    subject: SubjectId,
}

/// A number with valid check digits of a person who does not exist.
pub(crate) fn iin(number: u64) -> String {
    let mut serial = number * 7 % 9999;
    loop {
        let digits: Vec<u32> =
            format!("900101 3{serial:04}").chars().filter_map(|c| c.to_digit(10)).collect();
        let sum = |weights: [u32; 11]| digits.iter().zip(weights).map(|(d, w)| d * w).sum::<u32>() % 11;
        let mut check = sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        if check == 10 {
            check = sum([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]);
        }
        if check < 10 {
            return digits.iter().chain([&check]).map(u32::to_string).collect();
        }
        serial = (serial + 5000) % 10000;
    }
}

impl Vault {
    pub(crate) fn new() -> Vault {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("vault");
        let admin = UserId::new(NOW).unwrap();
        let first = NewUser { user: admin, login: LOGIN.into(), password: PASSWORD.to_owned().into() };
        let (store, recovery) = Store::create(
            &dir,
            Setup { first, cost: Cost::weak_for_tests(), room: Room::small_for_tests(), at: NOW },
        )
        .unwrap();
        let vault = Vault { folder, dir, store, admin, recovery };
        vault.put_user(admin, LOGIN, None);
        vault
    }

    pub(crate) fn op(&self, command: Option<NewCommand>) -> Op<'static> {
        op(self.admin, command)
    }

    fn put_user(&self, user: UserId, login: &str, public: Option<[u8; 32]>) {
        let joined = Joined { user, login: login.into(), public };
        let event = NewEvent::new("user_joined", 1, &serde_json::to_vec(&joined).unwrap());
        self.store
            .write(self.op(None), |tx| {
                let stream = format!("user/{user}");
                tx.append(&stream, Some(0), &[event])?;
                let events = tx.stream(&stream)?;
                project(tx, &stream, &events)
            })
            .unwrap();
    }

    pub(crate) fn add_user(&self, login: &str, password: &str) -> UserId {
        let user = UserId::new(NOW).unwrap();
        let new = NewUser { user, login: login.into(), password: password.to_owned().into() };
        let public = self.store.add_login(&new, Cost::weak_for_tests()).unwrap();
        self.put_user(user, login, Some(public));
        user
    }

    pub(crate) fn receive(&self, number: u64, kk: &str, ru: &str, iin: &str) -> CaseId {
        receive(&self.store, self.admin, number, kk, ru, iin).unwrap()
    }

    /// Puts a copy of a document beside a case.
    pub(crate) fn copy_of(&self, case: CaseId, name: &str, content: &[u8]) -> AttachmentId {
        copy_of(&self.store, self.admin, case, name, content).unwrap()
    }

    /// Closes the vault and opens it again.
    pub(crate) fn reopen(self) -> Vault {
        let Vault { folder, dir, store, admin, recovery } = self;
        store.lock().unwrap();
        let store = open(&dir).unwrap();
        Vault { folder, dir, store, admin, recovery }
    }
}

pub(crate) fn open(dir: &std::path::Path) -> Result<Store> {
    Store::unlock(dir, &Credential::password(LOGIN, PASSWORD), NOW)
}

pub(crate) fn op(actor: UserId, command: Option<NewCommand>) -> Op<'static> {
    Op { name: "test", actor, at: NOW, civil_date: DAY, edition: "B", command }
}

/// The person of a case, by the same number.
pub(crate) fn subject(number: u64) -> SubjectId {
    SubjectId(uuid::Uuid::from_u128(0xabc0_0000_0000_0000_0000 + u128::from(number)))
}

pub(crate) fn receive(
    store: &Store,
    by: UserId,
    number: u64,
    kk: &str,
    ru: &str,
    iin: &str,
) -> Result<CaseId> {
    let case = CaseId::new(NOW)?;
    let body = Received {
        case,
        office: "КЦ-1".into(),
        name_kk: kk.into(),
        name_ru: ru.into(),
        iin: iin.into(),
        phone: format!("+7700{number:07}"),
        voucher: format!("V-39-2026/{number:06}"),
        account: format!("KZ86125KZT{number:010}"),
        fatal: (!number.is_multiple_of(8)).then(|| DAY + chrono::Days::new(number % 8)),
        owner: by,
    };
    let body = serde_json::to_vec(&body).unwrap();
    let mut command = NewCommand::new(NOW, "receive_application", 1, &body)?;
    command.subject = Some(subject(number));
    command.expects = vec![format!("{}@0", case.stream())];
    let event = NewEvent::new("application_received", 1, &body).about(subject(number));
    store.write(op(by, Some(command)), |tx| {
        tx.append(&case.stream(), Some(0), &[event])?;
        let events = tx.stream(&case.stream())?;
        project(tx, &case.stream(), &events)
    })?;
    Ok(case)
}

pub(crate) fn copy_of(
    store: &Store,
    by: UserId,
    case: CaseId,
    name: &str,
    content: &[u8],
) -> Result<AttachmentId> {
    let stored = store.put_attachment(content)?;
    let id = AttachmentId::new(NOW)?;
    let subject = store.find_case(case)?.and_then(|row| row.subject);
    let copied = Copied {
        attachment: id,
        stream: case.stream(),
        name: name.into(),
        sha256: stored.sha256,
        subject: subject.unwrap(),
    };
    let mut event = NewEvent::new("document_copied", 1, &serde_json::to_vec(&copied).unwrap());
    event.subject = subject;
    store.write(op(by, None), |tx| {
        tx.append(&case.stream(), None, &[event])?;
        tx.attach(&stored, &attachment(&copied))?;
        let events = tx.stream(&case.stream())?;
        project(tx, &case.stream(), &events)
    })?;
    Ok(id)
}

fn attachment(copied: &Copied) -> NewAttachment {
    NewAttachment {
        id: copied.attachment,
        stream: copied.stream.clone(),
        kind: "identity".into(),
        name: copied.name.clone(),
        media: "application/pdf".into(),
        pages: Some(1),
        subject: Some(copied.subject),
    }
}

/// What a desk does: rows of a stream from its events.
pub(crate) fn project(tx: &mut Tx<'_>, stream: &str, events: &[Event]) -> Result<()> {
    let read = |event: &Event| event.body.kept().map(<[u8]>::to_owned);
    let mut version = 0;
    let mut received: Option<Received> = None;
    for event in events {
        version = event.stream_seq;
        let Some(body) = read(event) else { continue };
        match event.kind.as_str() {
            "user_joined" => {
                let joined: Joined = serde_json::from_slice(&body).unwrap();
                tx.put_user(&UserRow {
                    user: joined.user,
                    login: joined.login,
                    name_kk: String::new(),
                    name_ru: String::new(),
                    roles: vec!["specialist".into()],
                    office: "КЦ-1".into(),
                    territory: vec!["39".into()],
                    disabled: false,
                    public: joined.public,
                    extra: "{}".into(),
                })?;
            }
            "application_received" => received = Some(serde_json::from_slice(&body).unwrap()),
            "document_copied" => {
                let copied: Copied = serde_json::from_slice(&body).unwrap();
                tx.attach_again(&copied.sha256, &attachment(&copied), event.actor, event.at)?;
            }
            _ => {}
        }
    }
    let Some(received) = received.filter(|_| stream.starts_with("case/")) else { return Ok(()) };
    tx.put_case(&CaseRow {
        case: received.case,
        subject: events.first().and_then(|event| event.subject),
        office: received.office,
        region: "39".into(),
        open: true,
        stage: "received".into(),
        todo: "review_package".into(),
        fatal: received.fatal,
        target: received.fatal,
        owner: Some(received.owner),
        name_kk: received.name_kk,
        name_ru: received.name_ru,
        iin: received.iin,
        phone: received.phone,
        voucher: received.voucher,
        act: String::new(),
        profession: "cook".into(),
        centre: "centre-1".into(),
        checks_done: 0,
        checks_total: 4,
        finality: Finality::Own,
        version,
        wake: None,
        paper: String::new(),
        paper_day: None,
        extra: "{}".into(),
    })
}

/// A small repeatable chance; the seed is in the message of a failure.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    /// A place in a list of this length.
    pub(crate) fn place(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap()
    }

    pub(crate) fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.place(all.len())]
    }
}

/// How many cases a filter finds.
pub(crate) fn count_of(store: &Store, scope: &Scope, filter: &Filter) -> u64 {
    store.queue_counts(scope, filter).unwrap().iter().map(|count| count.cases).sum()
}
