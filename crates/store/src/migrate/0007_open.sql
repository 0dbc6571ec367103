-- Which cases are open, told from a few pages: a name typed over the queue finds old cases too, and the row of each
-- was read only to be left out. It moves when a case is opened or closed.
CREATE INDEX case_open ON case_row(no) WHERE open = 1;
