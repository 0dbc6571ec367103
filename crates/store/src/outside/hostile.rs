//! The database inside a backup: broken bytes are damage, and what somebody with the keys wrote into it neither
//! acts on our data nor makes the program fall.

use super::Mutator;
use super::database::{Fate, Stick};
use crate::error::Error;

#[test]
fn a_changed_byte_of_the_database_in_a_backup_is_damage_and_is_never_restored() {
    let folder = tempfile::tempdir().unwrap();
    let mut stick = Stick::new(folder.path());
    let good = stick.database();
    assert!(
        matches!(stick.with_bytes(&good, true), Fate::Opened { broken } if broken.is_empty()),
        "the right bytes are restored whole"
    );
    let seed = 3_801;
    println!("seed {seed}");
    let mut chance = Mutator::new(seed);
    for round in 0..120 {
        let mut bad = chance.mutate(&good);
        if bad == good {
            continue;
        }
        match stick.with_bytes(&bad, false) {
            Fate::Refused(Error::BackupDamaged { .. }) => {}
            other => panic!("round {round}, its manifest knows other bytes: {other:?}"),
        }
        // The manifest agrees with the bytes, so that only the pages themselves can tell.
        bad.truncate(1 << 20);
        match stick.with_bytes(&bad, true) {
            Fate::Refused(error) => {
                let said = matches!(error, Error::BackupDamaged { .. } | Error::EmptyDatabase);
                assert!(said || error.is_damage(), "round {round}: {error:?} is no word for damage");
            }
            other => panic!("round {round}, a page is another: {other:?}"),
        }
    }
}

/// What happens to a backup whose database was written so.
enum Expected {
    /// Its tables are not ours: refused before anything of it runs.
    Foreign,
    /// Refused with any typed error, or opened and called broken by `verify`.
    Seen,
    /// Refused, or opened; what was written is within what a person with a password could write.
    Survived,
}

#[test]
fn a_database_of_other_tables_views_and_triggers_is_refused_before_it_acts() {
    use Expected::{Foreign, Seen, Survived};
    let deep = format!("UPDATE case_row SET extra = '{}'", "[".repeat(500_000));
    let rows: Vec<(&str, String, Expected)> = [
        ("a trigger on the settings", "CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM case_row; END", Foreign),
        ("a trigger on the journal", "CREATE TRIGGER t AFTER INSERT ON event BEGIN UPDATE user_row SET roles = '[\"administrator\"]'; END", Foreign),
        ("a trigger that runs for ever", "CREATE TRIGGER t BEFORE UPDATE ON replica BEGIN INSERT INTO draft SELECT zeroblob(16), 'k', value, NULL, 1, '' FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n) SELECT value FROM n); END", Foreign),
        ("the guards of the journal taken away", "DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_removed", Foreign),
        ("a view in place of the cases", "DROP TABLE case_row; CREATE VIEW case_row AS SELECT * FROM meta", Foreign),
        ("a view that never ends in place of the journal", "DROP TABLE event; CREATE VIEW event AS WITH RECURSIVE n(seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM n) SELECT seq, zeroblob(32) AS hash FROM n", Foreign),
        ("a table left out", "DROP TABLE print", Foreign),
        ("a table more", "CREATE TABLE more(x)", Foreign),
        ("an index over a function", "CREATE INDEX more ON meta(length(value))", Foreign),
        ("a column more", "ALTER TABLE event ADD COLUMN more", Foreign),
        ("a column made of others", "ALTER TABLE user_row ADD COLUMN more AS (roles || 'x')", Foreign),
        ("another tokenizer", "DROP TABLE case_name; CREATE VIRTUAL TABLE case_name USING fts5(name_fold, tokenize='trigram')", Foreign),
        ("a shape without sense", "UPDATE sqlite_schema SET sql = 'CREATE TABLE meta(' WHERE name = 'meta'", Seen),
        ("a table of a foreign kind", "UPDATE sqlite_schema SET sql = 'CREATE VIRTUAL TABLE meta USING nothing(x)', rootpage = 0 WHERE name = 'meta'", Seen),
        ("an older version said", "PRAGMA user_version = 1", Foreign),
        ("a newer version said", "PRAGMA user_version = 900", Seen),
        ("no version", "PRAGMA user_version = 0", Seen),
        ("a version below nothing", "PRAGMA user_version = -5", Seen),
        ("two tables on one page", "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'draft') WHERE name = 'meta'", Seen),
        ("a page far outside", "UPDATE sqlite_schema SET rootpage = 2147483647 WHERE name = 'event'", Seen),
        ("an index where a table lies", "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'case_queue') WHERE name = 'case_row'", Seen),
        ("no vault said", "DELETE FROM meta", Seen),
        ("texts in place of bytes", "UPDATE meta SET value = 'text'", Seen),
        ("nothing in place of bytes", "UPDATE meta SET value = x''", Seen),
        ("a latest instant at the end of time", "UPDATE meta SET value = 9223372036854775807 WHERE key = 'latest'", Survived),
        ("a latest instant in words", "UPDATE meta SET value = 'tomorrow' WHERE key = 'latest'", Seen),
        ("a step with another sum", "UPDATE migration SET checksum = x'00'", Seen),
        ("no step", "DELETE FROM migration", Seen),
        ("an event with the last number there is", "DROP TRIGGER event_is_never_changed; UPDATE event SET seq = 9223372036854775807 WHERE seq = (SELECT max(seq) FROM event); CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END", Seen),
        ("an event before the first", "DROP TRIGGER event_is_never_changed; UPDATE event SET seq = -1, stream_seq = -1; CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END", Seen),
        ("a stream at its last number", "DROP TRIGGER event_is_never_changed; UPDATE event SET stream = 'upkeep', stream_seq = 9223372036854775807; CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END", Seen),
        ("an event of wrong types", "DROP TRIGGER event_is_never_changed; UPDATE event SET id = 'x', at = 'then', civil_date = 5, body = 1.5, hash = 'h', signature = 7; CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END", Seen),
        ("a short hash", "DROP TRIGGER event_is_never_changed; UPDATE event SET hash = x'00'; CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END", Seen),
        ("another body", "DROP TRIGGER event_is_never_changed; UPDATE event SET body = zeroblob(20000000); CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END", Seen),
        ("no journal", "DROP TRIGGER event_is_never_removed; DELETE FROM event; CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END", Survived),
        ("a command of wrong types", "UPDATE command SET expects = '{', needs = 5, state = 99, payload = 'p', signature = x'00', user_key = x'00'", Seen),
        ("a command numbered past the end", "UPDATE command SET replica_seq = 9223372036854775807", Survived),
        ("a command without its replica", "UPDATE command SET replica = zeroblob(16)", Survived),
        ("a replica at its last number", "UPDATE replica SET next_seq = 9223372036854775807, ordinal = 9223372036854775806", Survived),
        ("a replica that counts no further", "UPDATE replica SET ordinal = 9223372036854775807", Survived),
        ("a replica with short keys", "UPDATE replica SET public = x'01', head = x'02', id = x'03'", Seen),
        ("no replica", "DELETE FROM replica", Seen),
        ("a person of wrong types", "UPDATE user_row SET id = 'x', roles = '{', territory = 7, disabled = 'no', public = 'k', extra = x'ff'", Survived),
        ("a case of wrong types", "UPDATE case_row SET id = 'x', open = 'maybe', fatal = 'yesterday', finality = 77, version = -1, checks_total = 1e300, owner = 5", Survived),
        ("a case with endless brackets", &deep, Survived),
        ("a case with a large name", "UPDATE case_row SET name_kk = printf('%.*c', 30000000, 'x'), name_fold = printf('%.*c', 3000000, 'y')", Seen),
        ("a count without sense", "UPDATE case_count SET cases = -9223372036854775808", Survived),
        ("a count of texts", "UPDATE case_count SET cases = 'many', stage = 5", Survived),
        ("a key of a person cut short", "UPDATE subject_key SET key = x'00'", Seen),
        ("a key of an attachment cut short", "UPDATE attachment_key SET key = x'00', sha256 = 'h'", Seen),
        ("an attachment of wrong types", "UPDATE attachment SET id = 'x', address = 5, pages = -3, bytes = -1, added_at = 9223372036854775807", Survived),
        ("another key of an attachment", "UPDATE attachment_key SET key = zeroblob(32)", Seen),
        ("another content of an attachment", "UPDATE attachment_key SET sha256 = zeroblob(32)", Seen),
        ("the words of the index taken out", "DELETE FROM case_name_data", Seen),
        ("words of nobody in the index", "UPDATE case_name_data SET block = randomblob(40) WHERE id > 1", Seen),
        ("a structure of the index without sense", "UPDATE case_name_data SET block = x'ffffffffffffffff' WHERE id = 10", Seen),
        ("another setting of the index", "UPDATE case_name_config SET v = 99999", Seen),
    ]
    .into_iter()
    .map(|(what, statements, expected): (&str, &str, Expected)| (what, statements.to_owned(), expected))
    .collect();
    let folder = tempfile::tempdir().unwrap();
    let mut stick = Stick::new(folder.path());
    let mut wrong = Vec::new();
    for (what, statements, expected) in rows {
        let fate = stick.with_statements(&statements);
        println!("{what}: {fate:?}");
        let right = match (expected, &fate) {
            (_, Fate::NotForged(_)) => false,
            (Foreign, Fate::Refused(error)) => matches!(error, Error::ForeignSchema),
            (Foreign, Fate::Opened { .. }) => false,
            (Seen | Survived, Fate::Refused(_)) | (Survived, Fate::Opened { .. }) => true,
            (Seen, Fate::Opened { broken }) => !broken.is_empty(),
        };
        if !right {
            wrong.push((what, fate));
        }
    }
    assert!(wrong.is_empty(), "another fate than was due: {wrong:#?}");
}
