CREATE SCHEMA declaration;

-- The life of a declaration; the same table stands in Life.java, and a test compares the two.
CREATE TABLE declaration.step_allowed (
    stage_from text NOT NULL,
    step       text NOT NULL,
    stage_to   text NOT NULL,
    PRIMARY KEY (stage_from, step)
);

INSERT INTO declaration.step_allowed (stage_from, step, stage_to) VALUES
    ('SUBMITTED', 'APPROVE', 'APPROVED'),
    ('SUBMITTED', 'RETURN', 'RETURNED'),
    ('SUBMITTED', 'REJECT', 'REJECTED'),
    ('SUBMITTED', 'WITHDRAW', 'WITHDRAWN'),
    ('RETURNED', 'RESUBMIT', 'SUBMITTED'),
    ('RETURNED', 'WITHDRAW', 'WITHDRAWN'),
    ('APPROVED', 'WITHDRAW', 'WITHDRAWN');

CREATE TABLE declaration.declaration (
    id               uuid PRIMARY KEY,
    receipt          text NOT NULL UNIQUE CHECK (receipt ~ '^SB(-[0-9A-HJKMNP-TV-Z]{4}){4}$'),
    session          text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    admission_number text COLLATE "C" NOT NULL,
    person           bytea NOT NULL CHECK (octet_length(person) = 32),
    qualification    text NOT NULL,
    ground           text NOT NULL CHECK (ground IN ('REGISTERED', 'HOUSEHOLD', 'WORKS')),
    place            text NOT NULL CHECK (place ~ '^[1-9][0-9]{5}$'),
    province         text NOT NULL
        CHECK (province ~ '^[1-9][0-9]0000$' AND left(province, 2) = left(place, 2)),
    claim_window     uuid NOT NULL,
    stage            text NOT NULL
        CHECK (stage IN ('SUBMITTED', 'RETURNED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    typed_by         uuid,
    idempotency_key  text NOT NULL UNIQUE CHECK (idempotency_key ~ '^[A-Za-z0-9._-]{8,64}$'),
    form_sha256      bytea NOT NULL CHECK (octet_length(form_sha256) = 32),
    arrived_at       timestamptz NOT NULL,
    commitment       text NOT NULL CHECK (commitment ~ '^[0-9a-f]{64}$'),
    ledger_index     bigint NOT NULL UNIQUE CHECK (ledger_index >= 0),
    mend_until       timestamptz,
    CHECK ((stage = 'RETURNED') = (mend_until IS NOT NULL))
);

-- One active declaration per person, session and qualification.
CREATE UNIQUE INDEX one_active_declaration
    ON declaration.declaration (session, qualification, person)
    WHERE stage IN ('SUBMITTED', 'RETURNED', 'APPROVED');

-- The reviewers' queue, read by keyset.
CREATE INDEX declaration_queue
    ON declaration.declaration (session, province, stage, arrived_at, id);
CREATE INDEX declaration_of_examinee
    ON declaration.declaration (session, admission_number);

-- What happened after the submission, in order. Only ever added to.
CREATE TABLE declaration.step (
    declaration     uuid NOT NULL REFERENCES declaration.declaration,
    number          smallint NOT NULL CHECK (number > 0),
    step            text NOT NULL,
    stage_to        text NOT NULL,
    at              timestamptz NOT NULL,
    officer         uuid,
    reason          text NOT NULL,
    clause          text NOT NULL,
    ledger_index    bigint NOT NULL UNIQUE CHECK (ledger_index >= 0),
    idempotency_key text UNIQUE,
    PRIMARY KEY (declaration, number),
    CHECK ((officer IS NOT NULL) = (step IN ('APPROVE', 'RETURN', 'REJECT'))),
    CHECK (step NOT IN ('RETURN', 'REJECT') OR (reason <> '' AND clause <> '')),
    CHECK ((idempotency_key IS NOT NULL) = (step = 'RESUBMIT'))
);

CREATE FUNCTION declaration.only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what happened to a declaration is only ever added to';
END $$;

CREATE TRIGGER step_only_added_to BEFORE UPDATE OR DELETE ON declaration.step
    FOR EACH ROW EXECUTE FUNCTION declaration.only_added_to();
CREATE TRIGGER declaration_is_kept BEFORE DELETE ON declaration.declaration
    FOR EACH ROW EXECUTE FUNCTION declaration.only_added_to();

-- A declaration begins as submitted and takes the steps of the table only; who declared what, when and
-- under which receipt stays as it was.
CREATE FUNCTION declaration.keeps_to_its_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF tg_op = 'INSERT' THEN
        IF new.stage <> 'SUBMITTED' THEN
            RAISE EXCEPTION 'a declaration begins as submitted';
        END IF;
        RETURN new;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM declaration.step_allowed
                   WHERE stage_from = old.stage AND stage_to = new.stage)
        OR (old.id, old.receipt, old.session, old.admission_number, old.person,
            old.qualification, old.claim_window, old.idempotency_key, old.form_sha256,
            old.arrived_at, old.commitment, old.ledger_index)
           IS DISTINCT FROM
           (new.id, new.receipt, new.session, new.admission_number, new.person,
            new.qualification, new.claim_window, new.idempotency_key, new.form_sha256,
            new.arrived_at, new.commitment, new.ledger_index)
        OR (old.stage <> 'RETURNED' OR new.stage <> 'SUBMITTED')
            AND (old.ground, old.place, old.typed_by)
                IS DISTINCT FROM (new.ground, new.place, new.typed_by)
        OR old.province <> new.province
    THEN
        RAISE EXCEPTION 'no such step of a declaration: % to %', old.stage, new.stage;
    END IF;
    RETURN new;
END $$;

CREATE TRIGGER declaration_keeps_to_its_life BEFORE INSERT OR UPDATE ON declaration.declaration
    FOR EACH ROW EXECUTE FUNCTION declaration.keeps_to_its_life();
