-- Which officer looked at what of an examinee, and when: shown to that examinee. Only ever added to.
CREATE TABLE access.look_up (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    session          text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    admission_number text COLLATE "C" NOT NULL,
    what             text NOT NULL
        CHECK (what IN ('DECLARATION', 'EXPLANATION', 'EVIDENCE', 'CORRECTION')),
    officer          uuid NOT NULL REFERENCES access.officer,
    role             text NOT NULL,
    province         text CHECK (province ~ '^[1-9][0-9]0000$'),
    at               timestamptz NOT NULL
);
CREATE INDEX look_up_of_examinee ON access.look_up (session, admission_number, id DESC);

CREATE FUNCTION access.look_up_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'who looked at a file is only ever added to';
END $$;
CREATE TRIGGER look_up_is_kept BEFORE UPDATE OR DELETE ON access.look_up
    FOR EACH ROW EXECUTE FUNCTION access.look_up_is_kept();
