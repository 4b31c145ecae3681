-- Who of the province works on a declaration (分派). Only ever added to, the latest row counts; without
-- an officer it is nobody's again.
CREATE TABLE declaration.assignment (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    declaration uuid NOT NULL REFERENCES declaration.declaration,
    officer     uuid,
    assigned_by uuid,
    why         text NOT NULL CHECK (why IN
        ('ASSIGNED', 'TAKEN', 'BALANCED', 'HANDED_OVER', 'PUT_BACK', 'LEFT')),
    at          timestamptz NOT NULL,
    CHECK ((officer IS NULL) = (why IN ('PUT_BACK', 'LEFT'))),
    CHECK ((assigned_by IS NULL) = (why = 'LEFT'))
);
CREATE INDEX assignment_of_declaration ON declaration.assignment (declaration, id);

CREATE TRIGGER assignment_only_added_to BEFORE UPDATE OR DELETE ON declaration.assignment
    FOR EACH ROW EXECUTE FUNCTION declaration.only_added_to();

-- What the latest rows say, for queues; without an officer it is nobody's. Kept by the trigger alone.
CREATE TABLE declaration.assigned (
    declaration uuid PRIMARY KEY REFERENCES declaration.declaration,
    officer     uuid,
    since       timestamptz NOT NULL
);
CREATE INDEX assigned_to_officer ON declaration.assigned (officer, declaration);

CREATE FUNCTION declaration.the_latest_assignment_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO declaration.assigned (declaration, officer, since)
    VALUES (new.declaration, new.officer, new.at)
    ON CONFLICT (declaration) DO UPDATE SET officer = excluded.officer, since = excluded.since;
    RETURN NULL;
END $$;
CREATE TRIGGER the_latest_assignment_counts AFTER INSERT ON declaration.assignment
    FOR EACH ROW EXECUTE FUNCTION declaration.the_latest_assignment_counts();
