-- Since when a declaration stands in its stage: what waits too long, what was returned today.
ALTER TABLE declaration.declaration ADD COLUMN moved_at timestamptz;

ALTER TABLE declaration.declaration DISABLE TRIGGER declaration_keeps_to_its_life;
UPDATE declaration.declaration d
SET moved_at = last.at
FROM (SELECT declaration, max(at) AS at FROM declaration.step GROUP BY declaration) last
WHERE last.declaration = d.id;
ALTER TABLE declaration.declaration ENABLE TRIGGER declaration_keeps_to_its_life;

ALTER TABLE declaration.declaration
    ADD COLUMN stage_since timestamptz GENERATED ALWAYS AS (coalesce(moved_at, arrived_at)) STORED;

-- The province's list in the order of arrival, by any filter: every filter is answered inside it.
CREATE INDEX declaration_list
    ON declaration.declaration (session, province, arrived_at, id)
    INCLUDE (stage, ground, place, qualification, stage_since);
-- What is rare among them: a county, a qualification; what waits long, what was returned lately.
CREATE INDEX declaration_of_place
    ON declaration.declaration (session, province, place, arrived_at, id);
CREATE INDEX declaration_of_qualification
    ON declaration.declaration (session, province, qualification, arrived_at, id);
CREATE INDEX declaration_standing
    ON declaration.declaration (session, province, stage, stage_since);
-- A receipt, or its beginning.
CREATE INDEX declaration_receipt_begins ON declaration.declaration (receipt text_pattern_ops);
-- What happened lately.
CREATE INDEX step_at ON declaration.step (at) INCLUDE (step, declaration);

-- How an officer wants the list: which columns, beside the receipt.
CREATE TABLE declaration.list_columns (
    officer uuid PRIMARY KEY,
    columns text[] NOT NULL
);

-- Filters an officer kept under a name; at most twenty.
CREATE TABLE declaration.saved_view (
    id       uuid PRIMARY KEY,
    officer  uuid NOT NULL,
    place    smallint NOT NULL CHECK (place BETWEEN 1 AND 20),
    name     text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 40),
    filter   text NOT NULL CHECK (char_length(filter) <= 1000),
    saved_at timestamptz NOT NULL,
    UNIQUE (officer, place),
    UNIQUE (officer, name)
);

-- Within how many days a province wants to have answered; the newest counts, none is overwritten.
CREATE TABLE declaration.review_term (
    province     text NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    days         smallint NOT NULL CHECK (days BETWEEN 1 AND 365),
    basis        text NOT NULL CHECK (char_length(basis) BETWEEN 1 AND 200),
    set_by       uuid NOT NULL,
    set_at       timestamptz NOT NULL,
    ledger_index bigint PRIMARY KEY
);
CREATE INDEX review_term_newest ON declaration.review_term (province, ledger_index DESC);
CREATE TRIGGER review_term_is_kept BEFORE UPDATE OR DELETE ON declaration.review_term
    FOR EACH ROW EXECUTE FUNCTION declaration.only_added_to();
