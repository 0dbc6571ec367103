-- How many cases stand at each stage under each date: the figures over the queue are sums over a few rows,
-- however many cases there are, and they say which parts of the queue's index have anything in them.
CREATE TABLE case_count(
  open INTEGER NOT NULL, office TEXT NOT NULL, region TEXT NOT NULL, stage TEXT NOT NULL, fatal TEXT NOT NULL,
  cases INTEGER NOT NULL, PRIMARY KEY(open, office, region, stage, fatal)
) WITHOUT ROWID;
INSERT INTO case_count SELECT open, office, region, stage, fatal, count(*) FROM case_row GROUP BY 1, 2, 3, 4, 5;

-- One order for every reader of the queue, open cases and closed: each index less is two pages less for every
-- decision. The alphabet moves only when a case is opened, closed or renamed.
DROP INDEX case_queue_office;
DROP INDEX case_queue_region;
DROP INDEX case_queue_all;
DROP INDEX case_queue_owner;
DROP INDEX case_queue_todo;
CREATE INDEX case_queue ON case_row(open, office, region, stage, fatal, no);
CREATE INDEX case_alphabet ON case_row(open, office, region, name_fold, no);
