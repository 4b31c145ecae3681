CREATE SCHEMA roster;

-- One imported file. It is confirmed once, by another person; nothing else about it ever changes.
CREATE TABLE roster.roster (
    id            uuid PRIMARY KEY,
    session       text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    sha256        text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    row_count     bigint NOT NULL CHECK (row_count > 0),
    half_points   bigint NOT NULL CHECK (half_points >= 0),
    imported_by   uuid NOT NULL,
    imported_at   timestamptz NOT NULL,
    imported_act  bigint NOT NULL CHECK (imported_act >= 0),
    confirmed_by  uuid CHECK (confirmed_by <> imported_by),
    confirmed_at  timestamptz,
    confirmed_act bigint CHECK (confirmed_act > imported_act),
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
    CHECK ((confirmed_by IS NULL) = (confirmed_act IS NULL))
);

CREATE UNIQUE INDEX one_confirmed_roster_per_session
    ON roster.roster (session) WHERE confirmed_by IS NOT NULL;

-- The rows, one partition per file: a file is copied into a table of its own, indexed in one go and
-- attached, all in one transaction; a refused file leaves no row, not even a dead one.
-- mark_1..3: half points, -1 = voided subject, null = absent (or no such subject).
-- person: keyed digest of the identity number. sealed: the number, AES-256-GCM, nonce first.
CREATE TABLE roster.entry (
    roster           uuid NOT NULL,
    admission_number text COLLATE "C" NOT NULL
        CHECK (char_length(admission_number) BETWEEN 1 AND 32),
    division         text NOT NULL CHECK (division ~ '^[1-9][0-9]{5}$'),
    qualification    text NOT NULL,
    mark_1           smallint CHECK (mark_1 >= -1),
    mark_2           smallint CHECK (mark_2 >= -1),
    mark_3           smallint CHECK (mark_3 >= -1),
    voided           boolean NOT NULL,
    person           bytea NOT NULL CHECK (octet_length(person) = 32),
    sealed           bytea NOT NULL CHECK (octet_length(sealed) > 28),
    given_name       text NOT NULL CHECK (char_length(given_name) BETWEEN 1 AND 100),
    PRIMARY KEY (roster, admission_number)
) PARTITION BY LIST (roster);

CREATE FUNCTION roster.never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a roster is not changed after its import: %', tg_table_name;
END $$;

CREATE TRIGGER entry_never_changed BEFORE UPDATE OR DELETE ON roster.entry
    FOR EACH ROW EXECUTE FUNCTION roster.never_changed();
CREATE TRIGGER roster_is_kept BEFORE DELETE ON roster.roster
    FOR EACH ROW EXECUTE FUNCTION roster.never_changed();

CREATE FUNCTION roster.confirmed_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF old.confirmed_by IS NOT NULL
        OR (old.id, old.session, old.sha256, old.row_count, old.half_points, old.imported_by,
            old.imported_at, old.imported_act)
           IS DISTINCT FROM
           (new.id, new.session, new.sha256, new.row_count, new.half_points, new.imported_by,
            new.imported_at, new.imported_act)
    THEN
        RAISE EXCEPTION 'a roster is confirmed once and not changed';
    END IF;
    RETURN new;
END $$;

CREATE TRIGGER roster_confirmed_once BEFORE UPDATE ON roster.roster
    FOR EACH ROW EXECUTE FUNCTION roster.confirmed_once();
