-- A session is opened by two people: one proposes, another confirms. Everything here is only added to.
CREATE TABLE exam.proposed_session (
    id          uuid PRIMARY KEY,
    running     bigint GENERATED ALWAYS AS IDENTITY,
    session     text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    first_day   date NOT NULL,
    offered     text[] NOT NULL CHECK (cardinality(offered) > 0),
    proposed_by uuid NOT NULL,
    proposed_at timestamptz NOT NULL
);

-- A proposal that its officer or a colleague took back before it was confirmed.
CREATE TABLE exam.dropped_session (
    proposal   uuid PRIMARY KEY REFERENCES exam.proposed_session,
    dropped_by uuid NOT NULL,
    dropped_at timestamptz NOT NULL
);

-- Empty for sessions that were opened by one officer's act, before this and when one is played.
ALTER TABLE exam.session
    ADD COLUMN proposal uuid UNIQUE REFERENCES exam.proposed_session,
    ADD COLUMN confirmed_by uuid,
    ADD CHECK ((proposal IS NULL) = (confirmed_by IS NULL)),
    ADD CHECK (confirmed_by <> opened_by);

CREATE TRIGGER proposed_session_never_changed BEFORE UPDATE OR DELETE ON exam.proposed_session
    FOR EACH ROW EXECUTE FUNCTION exam.never_changed();
CREATE TRIGGER dropped_session_never_changed BEFORE UPDATE OR DELETE ON exam.dropped_session
    FOR EACH ROW EXECUTE FUNCTION exam.never_changed();
