//! A backup whose database somebody with the keys made hostile: everything about it is proved, and it lies.

use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::{LOGIN, NOW, PASSWORD, cost};
use crate::backup::{Manifest, manifest_key, sum_of};
use crate::connect::{database_key, open_keyed};
use crate::error::{Error, Result};
use crate::ids::{CaseId, SubjectId, UserId};
use crate::journal::{self, NewEvent};
use crate::keys::{Credential, KeyFile, KeyRing, NewUser};
use crate::open::{Setup, Store};
use crate::replica::NewCommand;
use crate::room::Room;
use crate::table::case::{CaseRow, Scope};
use crate::table::queue::Filter;
use crate::table::user::UserRow;
use crate::write::Op;

/// A vault with one case, its backup, and the keys to forge it.
pub struct Stick {
    dir: PathBuf,
    backup: PathBuf,
    ring: KeyRing,
    rounds: u32,
}

/// What became of a forged backup.
#[derive(Debug)]
pub enum Fate {
    /// The forger's own statements were refused by the engine.
    NotForged(String),
    /// An error with a type.
    Refused(Error),
    /// It opened; `verify` names what is broken, or nothing where what was forged is no more than a person with a
    /// password may write.
    Opened { broken: Vec<&'static str> },
}

impl Stick {
    pub fn new(dir: &Path) -> Stick {
        let user = UserId(uuid::Uuid::from_u128(1));
        let setup = Setup {
            first: NewUser::new(user, LOGIN, PASSWORD),
            cost: cost(),
            room: Room::small_for_tests(),
            at: NOW,
        };
        let vault = dir.join("vault");
        let (store, _) = Store::create(&vault, setup).unwrap();
        let subject = SubjectId(uuid::Uuid::from_u128(77));
        let case = CaseId(uuid::Uuid::from_u128(78));
        let op = |command| Op {
            name: "test",
            actor: user,
            at: NOW,
            civil_date: NOW.date_naive(),
            edition: "B",
            command,
        };
        let command = NewCommand::new(NOW, "receive", 1, br#"{"case":1}"#).unwrap();
        let written: Result<_> = store.write(op(Some(command)), |tx| {
            tx.append(&case.stream(), Some(0), &[NewEvent::new("received", 1, b"{}").about(subject)])?;
            tx.put_case(&row(case, subject))?;
            tx.put_user(&person(user))
        });
        written.unwrap();
        let paper = store.put_attachment(b"%PDF-1.7 synthetic").unwrap();
        let what = crate::attachments::NewAttachment {
            id: crate::ids::AttachmentId(uuid::Uuid::from_u128(79)),
            stream: case.stream(),
            kind: "identity".into(),
            name: "copy.pdf".into(),
            media: "application/pdf".into(),
            pages: Some(1),
            subject: Some(subject),
        };
        let attached: Result<_> = store.write(op(None), |tx| tx.attach(&paper, &what));
        attached.unwrap();
        let backup = store.backup_to(&dir.join("stick"), NOW).unwrap().folder;
        store.lock().unwrap();
        let bytes = KeyFile::read_bytes(&backup.join("keys.tanu")).unwrap();
        let (file, ..) = KeyFile::parse(&bytes).unwrap();
        let opened = file.unlock(&bytes, &credential()).unwrap().unwrap();
        Stick { dir: dir.to_owned(), backup, ring: KeyRing::from_opened(file, opened), rounds: 0 }
    }

    /// Bytes of the encrypted database of the good backup.
    pub fn database(&self) -> Vec<u8> {
        std::fs::read(self.backup.join("store.db")).unwrap()
    }

    /// Restores the backup with these bytes for a database; the manifest is made to agree with them when `proved`.
    pub fn with_bytes(&mut self, bytes: &[u8], proved: bool) -> Fate {
        let forged = self.copy();
        std::fs::write(forged.join("store.db"), bytes).unwrap();
        if proved {
            self.prove(&forged);
        }
        self.restore(&forged)
    }

    /// Restores the backup after these statements were run on its database and everything about it proved anew.
    pub fn with_statements(&mut self, statements: &str) -> Fate {
        let forged = self.copy();
        let database = forged.join("store.db");
        let db = open_keyed(&database, &database_key(&self.ring), OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
        // The forger has no reason to be careful.
        for (setting, on) in
            [(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false), (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, true)]
        {
            db.set_db_config(setting, on).unwrap();
        }
        db.execute_batch(
            "PRAGMA journal_mode = DELETE; PRAGMA foreign_keys = OFF; PRAGMA writable_schema = ON;",
        )
        .unwrap();
        if let Err(error) = db.execute_batch(statements) {
            return Fate::NotForged(error.to_string());
        }
        drop(db);
        self.prove(&forged);
        self.restore(&forged)
    }

    fn copy(&mut self) -> PathBuf {
        self.rounds += 1;
        let forged = self.dir.join(format!("forged-{}", self.rounds));
        let _ = std::fs::remove_dir_all(&forged);
        for name in ["store.db", "keys.tanu", "manifest"] {
            std::fs::create_dir_all(&forged).unwrap();
            std::fs::copy(self.backup.join(name), forged.join(name)).unwrap();
        }
        let (manifest, _) = Manifest::read(&forged.join("manifest")).unwrap();
        for item in &manifest.attachments {
            let to = item.path_in(&forged).unwrap();
            std::fs::create_dir_all(to.parent().unwrap()).unwrap();
            std::fs::copy(item.path_in(&self.backup).unwrap(), to).unwrap();
        }
        forged
    }

    /// Sums, end of the journal and MAC as an honest backup of this very database would have them.
    fn prove(&self, forged: &Path) {
        let (mut manifest, _) = Manifest::read(&forged.join("manifest")).unwrap();
        let database = forged.join("store.db");
        manifest.database = sum_of(&database, "store.db").unwrap();
        let opened: Result<Connection> =
            open_keyed(&database, &database_key(&self.ring), OpenFlags::SQLITE_OPEN_READ_ONLY);
        if let Ok(head) = opened.and_then(|db| journal::head(&db)) {
            (manifest.last_seq, manifest.last_hash) = head;
        }
        manifest.write(&forged.join("manifest"), &manifest_key(&self.ring)).unwrap();
    }

    fn restore(&self, forged: &Path) -> Fate {
        let to = self.dir.join(format!("restored-{}", self.rounds));
        let _ = std::fs::remove_dir_all(&to);
        let fate = match Store::restore(forged, &to, &credential(), NOW) {
            Ok(store) => used(store),
            Err(error) => {
                assert!(!to.join("keys.tanu").exists(), "a refused backup is no vault: {error:?}");
                Fate::Refused(error)
            }
        };
        let _ = std::fs::remove_dir_all(forged);
        let _ = std::fs::remove_dir_all(&to);
        fate
    }
}

/// Everything that is read of a vault is read; only `verify` has to find what is wrong, but nothing may fall.
fn used(store: Store) -> Fate {
    let all = Scope::Everything;
    let _ = store.queue(&all, &Filter::default(), None, 50);
    let _ = store.search(&all, "әлия", 20);
    let _ = store.journal_page(None, None, 200);
    let _ = store.clock(NOW);
    let _ = store.exchange_suspended();
    let _ = store.outbox_count();
    let subject = SubjectId(uuid::Uuid::from_u128(77));
    let _ = (store.events_of(subject), store.cases_of(subject), store.attachments_of(subject));
    let _ = store.get_attachment(crate::ids::AttachmentId(uuid::Uuid::from_u128(79)));
    let fate = match store.verify() {
        Ok(report) => Fate::Opened { broken: report.broken.iter().map(|broken| broken.what).collect() },
        Err(error) => Fate::Refused(error),
    };
    // Last, because it puts right what it can.
    let _ = store.rebuild(|_, _, _| Ok::<(), Error>(()));
    let _ = store.lock();
    fate
}

fn credential() -> Credential {
    Credential::password(LOGIN, PASSWORD)
}

fn person(user: UserId) -> UserRow {
    UserRow {
        user,
        login: LOGIN.into(),
        name_kk: String::new(),
        name_ru: String::new(),
        roles: vec!["administrator".into()],
        office: "КЦ-1".into(),
        territory: vec!["39".into()],
        disabled: false,
        public: None,
        extra: "{}".into(),
    }
}

fn row(case: CaseId, subject: SubjectId) -> CaseRow {
    CaseRow {
        case,
        subject: Some(subject),
        office: "КЦ-1".into(),
        region: "39".into(),
        open: true,
        stage: "received".into(),
        todo: "review_package".into(),
        fatal: None,
        target: None,
        owner: None,
        name_kk: "Әлия Сынақ".into(),
        name_ru: "Алия Сынак".into(),
        iin: "900101499004".into(),
        phone: String::new(),
        voucher: String::new(),
        act: String::new(),
        profession: "cook".into(),
        centre: "centre-1".into(),
        checks_done: 0,
        checks_total: 4,
        finality: journal::Finality::Own,
        version: 1,
        wake: None,
        paper: String::new(),
        paper_day: None,
        extra: "{}".into(),
    }
}
