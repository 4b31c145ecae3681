CREATE SCHEMA area;

-- A circular on its way to force: entered, confirmed by one officer, agreed to by another.
CREATE TABLE area.circular (
    id           uuid PRIMARY KEY,
    sha256       text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    content      text NOT NULL,
    draft        text NOT NULL,
    stage        text NOT NULL CHECK (stage IN ('ENTERED', 'CONFIRMED', 'IN_FORCE')),
    entered_by   uuid NOT NULL,
    entered_at   timestamptz NOT NULL,
    confirmed_by uuid,
    confirmed_at timestamptz,
    agreed_by    uuid,
    agreed_at    timestamptz,
    CHECK ((stage = 'ENTERED') = (confirmed_by IS NULL)),
    CHECK ((stage = 'IN_FORCE') = (agreed_by IS NOT NULL)),
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
    CHECK ((agreed_by IS NULL) = (agreed_at IS NULL)),
    CHECK (agreed_by <> confirmed_by)
);

CREATE UNIQUE INDEX circular_in_force_once ON area.circular (sha256) WHERE stage = 'IN_FORCE';

-- The official document a fact rests on: a circular of ours, or a document of the founding law book.
CREATE TABLE area.document (
    id           uuid PRIMARY KEY,
    key          text UNIQUE,
    title        text NOT NULL,
    authority    text NOT NULL,
    numbers      text[] NOT NULL,
    dated        date,
    circular     uuid UNIQUE REFERENCES area.circular,
    recorded_at  timestamptz NOT NULL,
    ledger_index bigint NOT NULL CHECK (ledger_index >= 0),
    CHECK ((key IS NULL) <> (circular IS NULL))
);

-- Bitemporal: in force from..to (both days inside), known since recorded_at. Only ever added to.
CREATE TABLE area.line_area (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    division      text NOT NULL CHECK (division ~ '^[1-9][0-9]{5}$'),
    ground_zh     text NOT NULL CHECK (ground_zh <> ''),
    ground_en     text NOT NULL CHECK (ground_en <> ''),
    clause        text NOT NULL,
    in_force_from date NOT NULL,
    in_force_to   date CHECK (in_force_to >= in_force_from),
    recorded_at   timestamptz NOT NULL,
    document      uuid NOT NULL REFERENCES area.document,
    confidence    text NOT NULL CHECK (confidence IN ('official', 'high', 'medium', 'low')),
    UNIQUE (document, division, ground_zh, clause, in_force_from, in_force_to, recorded_at)
);

-- A fact that is no longer held: the row stays, what took its place is another row.
CREATE TABLE area.superseded (
    line_area     bigint PRIMARY KEY REFERENCES area.line_area,
    superseded_at timestamptz NOT NULL,
    document      uuid NOT NULL REFERENCES area.document
);

-- A spelling that a circular used and two officers resolved.
CREATE TABLE area.alias (
    document uuid NOT NULL REFERENCES area.document,
    written  text NOT NULL CHECK (written <> ''),
    division text NOT NULL CHECK (division ~ '^[1-9][0-9]{5}$'),
    PRIMARY KEY (document, written)
);

CREATE FUNCTION area.only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the law book is only ever added to: %', tg_table_name;
END $$;

CREATE TRIGGER document_only_added_to BEFORE UPDATE OR DELETE ON area.document
    FOR EACH ROW EXECUTE FUNCTION area.only_added_to();
CREATE TRIGGER line_area_only_added_to BEFORE UPDATE OR DELETE ON area.line_area
    FOR EACH ROW EXECUTE FUNCTION area.only_added_to();
CREATE TRIGGER superseded_only_added_to BEFORE UPDATE OR DELETE ON area.superseded
    FOR EACH ROW EXECUTE FUNCTION area.only_added_to();
CREATE TRIGGER alias_only_added_to BEFORE UPDATE OR DELETE ON area.alias
    FOR EACH ROW EXECUTE FUNCTION area.only_added_to();
CREATE TRIGGER circular_is_kept BEFORE DELETE ON area.circular
    FOR EACH ROW EXECUTE FUNCTION area.only_added_to();

-- A circular goes forward only, and its text and draft stay as they were entered.
CREATE FUNCTION area.circular_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (old.stage, new.stage) NOT IN (('ENTERED', 'CONFIRMED'), ('CONFIRMED', 'IN_FORCE'))
        OR (old.id, old.sha256, old.content, old.draft, old.entered_by, old.entered_at)
            IS DISTINCT FROM
           (new.id, new.sha256, new.content, new.draft, new.entered_by, new.entered_at)
        OR old.confirmed_by <> new.confirmed_by
    THEN
        RAISE EXCEPTION 'no such step of a circular: % to %', old.stage, new.stage;
    END IF;
    RETURN new;
END $$;

CREATE TRIGGER circular_goes_forward BEFORE UPDATE ON area.circular
    FOR EACH ROW EXECUTE FUNCTION area.circular_goes_forward();
