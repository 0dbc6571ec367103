-- Every beginning of a word up to nine letters has a list of its own, newest case first, so that a question of
-- two common words walks two lists and stops at its limit. (detail=none would be half as big, but with it
-- SQLite 3.53 breaks its lists when secure-delete takes words out of them.)
-- place is where a case may be seen: one sign for its office, one for its region (see table/name.rs).
ALTER TABLE case_row ADD COLUMN place TEXT NOT NULL DEFAULT '';
DROP TABLE case_name;
CREATE VIRTUAL TABLE case_name USING fts5(
  name_fold, place, content='case_row', content_rowid='no', tokenize='ascii',
  prefix='1 2 3 4 5 6 7 8 9'
);
-- Words of an erased person must not stay in the index until it is next merged.
INSERT INTO case_name(case_name, rank) VALUES('secure-delete', 1);

-- Who may see a case is told by the index, before its row is read. None of these moves with a decision.
DROP INDEX case_iin;
DROP INDEX case_phone;
DROP INDEX case_voucher;
DROP INDEX case_act;
CREATE INDEX case_iin ON case_row(iin, office, region) WHERE iin <> '';
CREATE INDEX case_phone ON case_row(phone_key, office, region) WHERE phone_key <> '';
CREATE INDEX case_voucher ON case_row(voucher_key, office, region) WHERE voucher_key <> '';
CREATE INDEX case_act ON case_row(act_key, office, region) WHERE act_key <> '';

-- How names and numbers were folded; folded anew when the program folds otherwise.
DELETE FROM meta WHERE key = 'fold';
