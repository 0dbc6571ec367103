-- What the day asks about every open case is kept with it, so that no case is opened to be asked: the day on
-- which time alone may change it, and the final paper its stage calls for (with a day: only on that day).
ALTER TABLE case_row ADD COLUMN wake TEXT NOT NULL DEFAULT '';
ALTER TABLE case_row ADD COLUMN paper TEXT NOT NULL DEFAULT '';
ALTER TABLE case_row ADD COLUMN paper_day TEXT NOT NULL DEFAULT '';
CREATE INDEX case_wake ON case_row(wake, office, region) WHERE wake <> '';
-- Papers that are called for and are not on paper yet.
CREATE TABLE unprinted(
  office TEXT NOT NULL, day TEXT NOT NULL, form TEXT NOT NULL, no INTEGER NOT NULL, region TEXT NOT NULL,
  PRIMARY KEY(office, day, form, no)
) WITHOUT ROWID;

-- Of cases kept by an older program it is not known; they are looked at until their rows are made again.
UPDATE case_row SET wake = '0001-01-01' WHERE open = 1 AND stage IN ('issued', 'at_recognition_centre');
UPDATE case_row SET paper = CASE stage WHEN 'issued' THEN 'voucher' WHEN 'act_returned' THEN 'act_return' ELSE 'refusal' END
  WHERE open = 1 AND stage IN ('refused', 'decline_formed', 'issued', 'act_returned');
INSERT INTO unprinted(office, day, form, no, region)
  SELECT office, '', paper, no, region FROM case_row
   WHERE paper <> '' AND NOT EXISTS(SELECT 1 FROM print
     WHERE print.stream = 'case/' || lower(substr(hex(case_row.id), 1, 8) || '-' || substr(hex(case_row.id), 9, 4) || '-'
       || substr(hex(case_row.id), 13, 4) || '-' || substr(hex(case_row.id), 17, 4) || '-' || substr(hex(case_row.id), 21))
       AND print.form = case_row.paper AND print.state NOT IN ('waiting', 'failed'));
