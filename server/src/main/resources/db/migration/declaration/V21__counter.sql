-- Somebody stands at the counter and an officer fills in the form for them (窗口代录). The form itself is
-- the sitting's draft, the same one the person would have filled in; here stands who did it for whom.
CREATE TABLE declaration.counter_case (
    id               uuid PRIMARY KEY,
    officer          uuid NOT NULL,
    province         text NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    session          text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    admission_number text COLLATE "C" NOT NULL,
    begun_at         timestamptz NOT NULL,
    declaration      uuid REFERENCES declaration.declaration
);
CREATE INDEX counter_case_of_officer ON declaration.counter_case (officer, begun_at DESC, id);

-- Facts that fitted nobody: an officer who tries numbers is stopped. Real time, like all waiting at
-- a door; nothing of what was typed is kept.
CREATE TABLE declaration.counter_miss (
    officer uuid NOT NULL,
    at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX counter_miss_of_officer ON declaration.counter_miss (officer, at);
