-- The bench. What the rules found when a step was taken, and what was asked to be mended: only ever
-- added to, like the step itself.
CREATE TABLE declaration.trace (
    declaration   uuid NOT NULL,
    step          smallint NOT NULL,
    facts_version smallint NOT NULL CHECK (facts_version > 0),
    findings      jsonb NOT NULL,
    commitment    text NOT NULL CHECK (commitment ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (declaration, step),
    FOREIGN KEY (declaration, step) REFERENCES declaration.step (declaration, number)
);
CREATE TRIGGER trace_only_added_to BEFORE UPDATE OR DELETE ON declaration.trace
    FOR EACH ROW EXECUTE FUNCTION declaration.only_added_to();

CREATE TABLE declaration.return_item (
    declaration uuid NOT NULL,
    step        smallint NOT NULL,
    item        text NOT NULL CHECK (item ~ '^[a-z][a-z0-9-]{1,40}$'),
    words       text NOT NULL CHECK (char_length(words) BETWEEN 1 AND 300),
    PRIMARY KEY (declaration, step, item),
    FOREIGN KEY (declaration, step) REFERENCES declaration.step (declaration, number)
);
CREATE TRIGGER return_item_only_added_to BEFORE UPDATE OR DELETE ON declaration.return_item
    FOR EACH ROW EXECUTE FUNCTION declaration.only_added_to();

-- A decision that an officer can still take back: no act before due_at, by the database's own clock.
-- Kept when it could not be recorded, until he has seen why.
CREATE TABLE declaration.held_decision (
    id          uuid PRIMARY KEY,
    declaration uuid NOT NULL UNIQUE REFERENCES declaration.declaration,
    officer     uuid NOT NULL,
    duty        text NOT NULL CHECK (duty IN ('REVIEWER', 'REVIEW_LEAD')),
    province    text NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    verdict     jsonb NOT NULL,
    held_at     timestamptz NOT NULL,
    due_at      timestamptz NOT NULL CHECK (due_at >= held_at),
    failed      smallint CHECK (failed BETWEEN 1101 AND 1199)
);
CREATE INDEX held_decision_due ON declaration.held_decision (due_at) WHERE failed IS NULL;
CREATE INDEX held_decision_of_officer ON declaration.held_decision (officer, held_at);

-- Reasons: the national ones are a file of the program; a province adds its own and retires them, and
-- never overwrites one.
CREATE TABLE declaration.reason_of_province (
    id         text PRIMARY KEY CHECK (id ~ '^[0-9a-f-]{36}$'),
    province   text NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    verdict    text NOT NULL CHECK (verdict IN ('RETURN', 'REJECT')),
    words      text NOT NULL CHECK (char_length(words) BETWEEN 1 AND 500),
    clause     text NOT NULL CHECK (char_length(clause) BETWEEN 1 AND 60),
    added_by   uuid NOT NULL,
    added_at   timestamptz NOT NULL,
    retired_by uuid,
    retired_at timestamptz,
    CHECK ((retired_by IS NULL) = (retired_at IS NULL))
);
CREATE FUNCTION declaration.reason_is_retired_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF tg_op = 'DELETE' OR old.retired_at IS NOT NULL
        OR (old.id, old.province, old.verdict, old.words, old.clause, old.added_by, old.added_at)
           IS DISTINCT FROM
           (new.id, new.province, new.verdict, new.words, new.clause, new.added_by, new.added_at)
    THEN
        RAISE EXCEPTION 'a reason is added and retired, never overwritten';
    END IF;
    RETURN new;
END $$;
CREATE TRIGGER reason_is_retired_once BEFORE UPDATE OR DELETE ON declaration.reason_of_province
    FOR EACH ROW EXECUTE FUNCTION declaration.reason_is_retired_once();

-- How often each was used in a province, counted with the decision.
CREATE TABLE declaration.reason_uses (
    province text NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    reason   text NOT NULL CHECK (reason ~ '^[0-9a-z-]{3,36}$'),
    uses     integer NOT NULL CHECK (uses > 0),
    PRIMARY KEY (province, reason)
);

-- The doubtful pile: put there by one officer with a note, taken from it by another.
CREATE TABLE declaration.doubt (
    id          uuid PRIMARY KEY,
    declaration uuid NOT NULL REFERENCES declaration.declaration,
    officer     uuid NOT NULL,
    note        text NOT NULL CHECK (char_length(note) <= 500),
    at          timestamptz NOT NULL,
    settled_by  uuid,
    settled_at  timestamptz,
    CHECK ((settled_by IS NULL) = (settled_at IS NULL))
);
CREATE UNIQUE INDEX one_open_doubt ON declaration.doubt (declaration) WHERE settled_at IS NULL;

-- Which officer said "I know this person". It is not taken back here.
CREATE TABLE declaration.recusal (
    officer uuid NOT NULL,
    person  bytea NOT NULL CHECK (octet_length(person) = 32),
    at      timestamptz NOT NULL,
    PRIMARY KEY (officer, person)
);
CREATE TRIGGER recusal_only_added_to BEFORE UPDATE OR DELETE ON declaration.recusal
    FOR EACH ROW EXECUTE FUNCTION declaration.only_added_to();

-- One of every ten cases that an officer accepts is looked at again by another one.
CREATE TABLE declaration.accepted_by (
    officer  uuid PRIMARY KEY,
    accepted bigint NOT NULL CHECK (accepted > 0)
);
CREATE TABLE declaration.second_look (
    declaration  uuid NOT NULL,
    step         smallint NOT NULL,
    session      text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    province     text NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    approved_by  uuid NOT NULL,
    chosen_at    timestamptz NOT NULL,
    looked_by    uuid CHECK (looked_by <> approved_by),
    looked_at    timestamptz,
    confirmed    boolean,
    note         text NOT NULL DEFAULT '' CHECK (char_length(note) <= 500),
    ledger_index bigint UNIQUE CHECK (ledger_index >= 0),
    PRIMARY KEY (declaration, step),
    FOREIGN KEY (declaration, step) REFERENCES declaration.step (declaration, number),
    CHECK ((looked_by IS NULL) = (looked_at IS NULL)
        AND (looked_by IS NULL) = (confirmed IS NULL)
        AND (looked_by IS NULL) = (ledger_index IS NULL)),
    CHECK (confirmed IS DISTINCT FROM false OR note <> '')
);
CREATE INDEX second_look_waiting ON declaration.second_look (province, session, chosen_at)
    WHERE looked_at IS NULL;
