CREATE SCHEMA voice;

-- A person says that a fact of the roster is wrong. The roster does not change by it.
CREATE TABLE voice.correction (
    id               uuid PRIMARY KEY,
    session          text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    admission_number text COLLATE "C" NOT NULL,
    province         text NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    fact             text NOT NULL CHECK (fact IN ('NAME', 'PLACE', 'QUALIFICATION', 'MARKS')),
    stands           text NOT NULL,
    wanted           text NOT NULL CHECK (char_length(wanted) BETWEEN 1 AND 200),
    why              text NOT NULL CHECK (char_length(why) <= 500),
    idempotency_key  text NOT NULL UNIQUE CHECK (idempotency_key ~ '^[A-Za-z0-9._-]{8,64}$'),
    waiting          boolean NOT NULL,
    asked_at         timestamptz NOT NULL,
    commitment       text NOT NULL CHECK (commitment ~ '^[0-9a-f]{64}$'),
    ledger_index     bigint NOT NULL UNIQUE CHECK (ledger_index >= 0)
);
CREATE UNIQUE INDEX one_waiting_correction
    ON voice.correction (session, admission_number, fact) WHERE waiting;
CREATE INDEX correction_queue ON voice.correction (province, waiting, asked_at);
CREATE INDEX correction_of_examinee ON voice.correction (session, admission_number);

CREATE TABLE voice.correction_answer (
    correction   uuid PRIMARY KEY REFERENCES voice.correction,
    accepted     boolean NOT NULL,
    reason       text NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 500),
    task         text NOT NULL CHECK (char_length(task) <= 300),
    officer      uuid NOT NULL,
    at           timestamptz NOT NULL,
    ledger_index bigint NOT NULL UNIQUE CHECK (ledger_index >= 0),
    CHECK (accepted = (task <> ''))
);

CREATE FUNCTION voice.only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF tg_op = 'UPDATE' AND tg_table_name = 'correction' THEN
        IF (to_jsonb(old) - 'waiting') = (to_jsonb(new) - 'waiting')
            AND old.waiting AND NOT new.waiting THEN
            RETURN new;
        END IF;
    END IF;
    RAISE EXCEPTION 'what somebody asked for, and its answer, is only ever added to';
END $$;
CREATE TRIGGER correction_is_kept BEFORE UPDATE OR DELETE ON voice.correction
    FOR EACH ROW EXECUTE FUNCTION voice.only_added_to();
CREATE TRIGGER answer_is_kept BEFORE UPDATE OR DELETE ON voice.correction_answer
    FOR EACH ROW EXECUTE FUNCTION voice.only_added_to();

-- 好差评: one for each person and occasion, changed once at most.
CREATE TABLE voice.rating (
    id               uuid PRIMARY KEY,
    session          text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    admission_number text COLLATE "C" NOT NULL,
    occasion         text NOT NULL CHECK (occasion IN ('RECEIPT', 'RESULT')),
    province         text NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    word             text NOT NULL
        CHECK (word IN ('VERY_GOOD', 'GOOD', 'FAIR', 'POOR', 'VERY_POOR')),
    reason           text NOT NULL CHECK (char_length(reason) <= 500),
    rated_at         timestamptz NOT NULL,
    changed_at       timestamptz,
    done             text CHECK (char_length(done) BETWEEN 1 AND 300),
    done_by          uuid,
    done_at          timestamptz,
    UNIQUE (session, admission_number, occasion),
    CHECK ((done IS NULL) = (done_by IS NULL) AND (done IS NULL) = (done_at IS NULL))
);
CREATE INDEX rating_queue ON voice.rating (province, rated_at) WHERE done IS NULL;
