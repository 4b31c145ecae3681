CREATE SCHEMA exam;

CREATE TABLE exam.session (
    id           text PRIMARY KEY CHECK (id ~ '^20[0-9]{2}-[12]$'),
    first_day    date NOT NULL,
    offered      text[] NOT NULL CHECK (cardinality(offered) > 0),
    opened_at    timestamptz NOT NULL,
    opened_by    uuid NOT NULL,
    ledger_index bigint NOT NULL CHECK (ledger_index >= 0)
);

CREATE TABLE exam.claim_window (
    id            uuid PRIMARY KEY,
    session       text NOT NULL REFERENCES exam.session,
    province      text NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    round         text NOT NULL CHECK (round IN ('ORDINARY', 'LATE')),
    opens         timestamptz NOT NULL,
    closes        timestamptz NOT NULL,
    grace_seconds integer NOT NULL CHECK (grace_seconds BETWEEN 0 AND 86400),
    circular      uuid NOT NULL,
    announced_by  uuid NOT NULL,
    confirmed_by  uuid NOT NULL,
    announced_at  timestamptz NOT NULL,
    ledger_index  bigint NOT NULL CHECK (ledger_index >= 0),
    CHECK (opens <= closes),
    CHECK (announced_by <> confirmed_by),
    -- Windows of one session and province never overlap, grace and both ends included, so that an
    -- arrival falls into one round at most. Session and province make the x of a box, time its y:
    -- boxes have an exclusion operator without any extension.
    CONSTRAINT windows_never_overlap EXCLUDE USING gist (
        box(point((replace(session, '-', '') || left(province, 2))::integer,
                  extract(epoch FROM opens - timestamptz '2000-01-01 00:00:00+00')),
            point((replace(session, '-', '') || left(province, 2))::integer,
                  extract(epoch FROM closes - timestamptz '2000-01-01 00:00:00+00')
                      + grace_seconds)) WITH &&)
);

CREATE FUNCTION exam.never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was announced is not changed: %', tg_table_name;
END $$;

CREATE TRIGGER session_never_changed BEFORE UPDATE OR DELETE ON exam.session
    FOR EACH ROW EXECUTE FUNCTION exam.never_changed();
CREATE TRIGGER claim_window_never_changed BEFORE UPDATE OR DELETE ON exam.claim_window
    FOR EACH ROW EXECUTE FUNCTION exam.never_changed();
