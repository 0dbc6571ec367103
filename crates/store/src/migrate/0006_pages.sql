-- A page of the index of names fits a page of the database once the cipher has taken its 80 bytes of each: with
-- SQLite's own measure (4050) every one of them ran over into a second page, which was deciphered as well.
INSERT INTO case_name(case_name, rank) VALUES('pgsz', 3960);
INSERT INTO case_name(case_name) VALUES('rebuild');
