-- The day's batch asks for what still waits or failed; without this it read every printing ever made.
CREATE INDEX print_state ON print(state, at, id);
