-- The first shape of the store. A released migration is never edited; the next one stands beside it.

-- What there is one of: vault id, place, key of attachment names, exchange state.
CREATE TABLE meta(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

-- Incarnations of this database. Only the living one keeps its secret.
CREATE TABLE replica(
  id BLOB PRIMARY KEY, ordinal INTEGER NOT NULL UNIQUE, since INTEGER NOT NULL, why TEXT NOT NULL,
  public BLOB NOT NULL, secret BLOB, next_seq INTEGER NOT NULL, head BLOB NOT NULL
);

-- One key for each person whose data are kept: destroying it erases the person from the journal and
-- leaves the chain whole, because the chain runs over the ciphertext.
CREATE TABLE subject_key(subject BLOB PRIMARY KEY, key BLOB NOT NULL) WITHOUT ROWID;

-- The journal. Order is seq, never a clock.
CREATE TABLE event(
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, stream TEXT NOT NULL, stream_seq INTEGER NOT NULL,
  kind TEXT NOT NULL, kind_version INTEGER NOT NULL, actor BLOB NOT NULL, replica BLOB NOT NULL,
  at INTEGER NOT NULL, civil_date TEXT NOT NULL, edition TEXT NOT NULL, command BLOB, subject BLOB,
  authority INTEGER NOT NULL, body BLOB NOT NULL, hash BLOB NOT NULL, signature BLOB NOT NULL,
  UNIQUE(stream, stream_seq)
);
CREATE INDEX event_subject ON event(subject) WHERE subject IS NOT NULL;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- What the centre confirmed; an event of a joined desk without a row here was only decided here.
CREATE TABLE confirmation(
  event INTEGER PRIMARY KEY REFERENCES event(seq), scope TEXT NOT NULL, scope_seq INTEGER NOT NULL,
  at INTEGER NOT NULL
);

-- Outbox and archive in one: a command never leaves, only its state moves.
CREATE TABLE command(
  id BLOB PRIMARY KEY, replica BLOB NOT NULL, replica_seq INTEGER NOT NULL, kind TEXT NOT NULL,
  kind_version INTEGER NOT NULL, actor BLOB NOT NULL, at INTEGER NOT NULL, expects TEXT NOT NULL,
  needs TEXT NOT NULL, subject BLOB, payload BLOB NOT NULL, payload_hash BLOB NOT NULL, hash BLOB NOT NULL,
  user_key BLOB, signature BLOB, state INTEGER NOT NULL, state_at INTEGER NOT NULL, answer TEXT,
  UNIQUE(replica, replica_seq)
);
CREATE INDEX command_waiting ON command(replica_seq) WHERE state IN (1, 3);
CREATE INDEX command_subject ON command(subject) WHERE subject IS NOT NULL;

-- Projection: one row for each case, as the queue shows it. no is the journal number of its first event.
CREATE TABLE case_row(
  no INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, subject BLOB, office TEXT NOT NULL, region TEXT NOT NULL,
  open INTEGER NOT NULL, stage TEXT NOT NULL, todo TEXT NOT NULL, fatal TEXT NOT NULL, target TEXT,
  owner BLOB, name_kk TEXT NOT NULL, name_ru TEXT NOT NULL, name_fold TEXT NOT NULL, iin TEXT NOT NULL,
  phone TEXT NOT NULL, phone_key TEXT NOT NULL, voucher TEXT NOT NULL, voucher_key TEXT NOT NULL,
  act TEXT NOT NULL, act_key TEXT NOT NULL, profession TEXT NOT NULL, centre TEXT NOT NULL,
  checks_done INTEGER NOT NULL, checks_total INTEGER NOT NULL, finality INTEGER NOT NULL,
  version INTEGER NOT NULL, extra TEXT NOT NULL
);
CREATE INDEX case_queue_office ON case_row(office, fatal, no) WHERE open = 1;
CREATE INDEX case_queue_region ON case_row(region, fatal, no) WHERE open = 1;
CREATE INDEX case_queue_all ON case_row(fatal, no) WHERE open = 1;
CREATE INDEX case_queue_owner ON case_row(owner, fatal, no) WHERE open = 1 AND owner IS NOT NULL;
CREATE INDEX case_queue_todo ON case_row(office, todo, fatal, no) WHERE open = 1;
CREATE INDEX case_iin ON case_row(iin) WHERE iin <> '';
CREATE INDEX case_phone ON case_row(phone_key) WHERE phone_key <> '';
CREATE INDEX case_voucher ON case_row(voucher_key) WHERE voucher_key <> '';
CREATE INDEX case_act ON case_row(act_key) WHERE act_key <> '';
CREATE INDEX case_subject ON case_row(subject) WHERE subject IS NOT NULL;
CREATE VIRTUAL TABLE case_name USING fts5(
  name_fold, content='case_row', content_rowid='no', tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
-- Words of an erased person must not stay in the index until it is next merged.
INSERT INTO case_name(case_name, rank) VALUES('secure-delete', 1);

-- Projection: people who work here.
CREATE TABLE user_row(
  id BLOB PRIMARY KEY, login TEXT NOT NULL, login_key TEXT NOT NULL UNIQUE, name_kk TEXT NOT NULL,
  name_ru TEXT NOT NULL, roles TEXT NOT NULL, office TEXT NOT NULL, territory TEXT NOT NULL,
  disabled INTEGER NOT NULL, public BLOB, extra TEXT NOT NULL
);

-- Projection: things that are not cases, by kind (acts, quotas, registers…).
CREATE TABLE record(
  kind TEXT NOT NULL, id TEXT NOT NULL, office TEXT NOT NULL, sort TEXT NOT NULL, number_key TEXT NOT NULL,
  subject BLOB, body TEXT NOT NULL, PRIMARY KEY(kind, id)
) WITHOUT ROWID;
CREATE INDEX record_sort ON record(kind, office, sort);
CREATE INDEX record_number ON record(number_key) WHERE number_key <> '';

-- Projection: reference data with the day from which they hold.
CREATE TABLE reference(
  kind TEXT NOT NULL, key TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, body TEXT NOT NULL,
  PRIMARY KEY(kind, key, valid_from)
) WITHOUT ROWID;

-- Keys and addresses of attachments. Not a projection: a lost key is a lost file, a destroyed key an erased one.
CREATE TABLE attachment_key(
  address BLOB PRIMARY KEY, key BLOB NOT NULL, sha256 BLOB NOT NULL, bytes INTEGER NOT NULL
) WITHOUT ROWID;

-- Projection: which papers belong to what.
CREATE TABLE attachment(
  id BLOB PRIMARY KEY, stream TEXT NOT NULL, address BLOB NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  media TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 BLOB NOT NULL, pages INTEGER, subject BLOB,
  added_at INTEGER NOT NULL, added_by BLOB NOT NULL, removed INTEGER NOT NULL
);
CREATE INDEX attachment_stream ON attachment(stream);
CREATE INDEX attachment_address ON attachment(address);
CREATE INDEX attachment_subject ON attachment(subject) WHERE subject IS NOT NULL;

-- Projection: what was printed, how often.
CREATE TABLE print(
  id BLOB PRIMARY KEY, stream TEXT NOT NULL, form TEXT NOT NULL, copy INTEGER NOT NULL, state TEXT NOT NULL,
  civil_date TEXT NOT NULL, at INTEGER NOT NULL, by_user BLOB NOT NULL, subject BLOB, extra TEXT NOT NULL
);
CREATE INDEX print_stream ON print(stream, form);
CREATE INDEX print_day ON print(civil_date);

-- Not facts and so not in the journal: unfinished texts, saved views and settings of one person.
CREATE TABLE draft(
  user BLOB NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, subject BLOB, at INTEGER NOT NULL,
  body TEXT NOT NULL, PRIMARY KEY(user, kind, key)
) WITHOUT ROWID;
CREATE TABLE saved_view(
  user BLOB NOT NULL, screen TEXT NOT NULL, name TEXT NOT NULL, place INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY(user, screen, name)
) WITHOUT ROWID;
CREATE TABLE setting(user BLOB NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(user, key))
  WITHOUT ROWID;
