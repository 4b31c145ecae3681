-- A window is announced and extended by two people: one proposes, another confirms. What was
-- announced stays as it is; an extension is its own row. Everything here is only added to.
CREATE TABLE exam.proposed_window (
    id                   uuid PRIMARY KEY,
    running              bigint GENERATED ALWAYS AS IDENTITY,
    session              text NOT NULL REFERENCES exam.session,
    province             text NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    round                text NOT NULL CHECK (round IN ('AT_REGISTRATION', 'ORDINARY', 'LATE')),
    opens                timestamptz NOT NULL,
    closes               timestamptz NOT NULL CHECK (opens <= closes),
    grace_seconds        integer NOT NULL CHECK (grace_seconds BETWEEN 0 AND 86400),
    upload_trail_seconds integer NOT NULL CHECK (upload_trail_seconds BETWEEN 0 AND 1209600),
    circular             uuid NOT NULL,
    proposed_by          uuid NOT NULL,
    proposed_at          timestamptz NOT NULL
);

ALTER TABLE exam.claim_window ADD COLUMN proposal uuid UNIQUE REFERENCES exam.proposed_window;

CREATE TABLE exam.proposed_extension (
    id           uuid PRIMARY KEY,
    running      bigint GENERATED ALWAYS AS IDENTITY,
    claim_window uuid NOT NULL REFERENCES exam.claim_window,
    revision     integer NOT NULL CHECK (revision > 0),
    closes       timestamptz NOT NULL,
    circular     uuid,
    reason       text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    proposed_by  uuid NOT NULL,
    proposed_at  timestamptz NOT NULL
);

CREATE TABLE exam.window_extension (
    proposal     uuid PRIMARY KEY REFERENCES exam.proposed_extension,
    claim_window uuid NOT NULL REFERENCES exam.claim_window,
    revision     integer NOT NULL CHECK (revision > 0),
    closes       timestamptz NOT NULL,
    confirmed_by uuid NOT NULL,
    confirmed_at timestamptz NOT NULL,
    ledger_index bigint NOT NULL CHECK (ledger_index >= 0),
    UNIQUE (claim_window, revision)
);

-- The time each act takes up, grace included. An extension takes what lies behind the old close, so
-- pieces of one window do not touch, and no piece of another window may overlap them.
CREATE TABLE exam.window_span (
    claim_window uuid NOT NULL REFERENCES exam.claim_window,
    revision     integer NOT NULL,
    lane         integer NOT NULL,
    begins       timestamptz NOT NULL,
    ends         timestamptz NOT NULL CHECK (begins <= ends),
    PRIMARY KEY (claim_window, revision),
    CONSTRAINT spans_never_overlap EXCLUDE USING gist (
        box(point(lane, extract(epoch FROM begins - timestamptz '2000-01-01 00:00:00+00')),
            point(lane, extract(epoch FROM ends - timestamptz '2000-01-01 00:00:00+00')))
        WITH &&)
);

INSERT INTO exam.window_span (claim_window, revision, lane, begins, ends)
SELECT id, 0, (replace(session, '-', '') || left(province, 2))::integer, opens,
       closes + make_interval(secs => grace_seconds)
FROM exam.claim_window;

CREATE FUNCTION exam.span_of_a_window() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO exam.window_span (claim_window, revision, lane, begins, ends)
    VALUES (NEW.id, 0, (replace(NEW.session, '-', '') || left(NEW.province, 2))::integer,
            NEW.opens, NEW.closes + make_interval(secs => NEW.grace_seconds));
    RETURN NULL;
END $$;

CREATE FUNCTION exam.span_of_an_extension() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- A millisecond behind the old end: the box operators round to a microsecond.
    INSERT INTO exam.window_span (claim_window, revision, lane, begins, ends)
    SELECT NEW.claim_window, NEW.revision, s.lane, s.ends + interval '1 millisecond',
           NEW.closes + make_interval(secs => w.grace_seconds)
    FROM exam.window_span s JOIN exam.claim_window w ON w.id = s.claim_window
    WHERE s.claim_window = NEW.claim_window AND s.revision = NEW.revision - 1;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'an extension follows the one before it';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER span_of_a_window AFTER INSERT ON exam.claim_window
    FOR EACH ROW EXECUTE FUNCTION exam.span_of_a_window();
CREATE TRIGGER span_of_an_extension AFTER INSERT ON exam.window_extension
    FOR EACH ROW EXECUTE FUNCTION exam.span_of_an_extension();

CREATE TRIGGER proposed_window_never_changed BEFORE UPDATE OR DELETE ON exam.proposed_window
    FOR EACH ROW EXECUTE FUNCTION exam.never_changed();
CREATE TRIGGER proposed_extension_never_changed BEFORE UPDATE OR DELETE ON exam.proposed_extension
    FOR EACH ROW EXECUTE FUNCTION exam.never_changed();
CREATE TRIGGER window_extension_never_changed BEFORE UPDATE OR DELETE ON exam.window_extension
    FOR EACH ROW EXECUTE FUNCTION exam.never_changed();
CREATE TRIGGER window_span_never_changed BEFORE UPDATE OR DELETE ON exam.window_span
    FOR EACH ROW EXECUTE FUNCTION exam.never_changed();
