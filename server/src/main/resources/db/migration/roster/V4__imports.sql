-- The file as it was given: a workbook's own digest beside that of its table. Taken back: before the
-- confirmation, once, by a person; the rows stay.
ALTER TABLE roster.roster
    ADD COLUMN file_sha256 text CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
    ADD COLUMN taken_back_by uuid,
    ADD COLUMN taken_back_at timestamptz,
    ADD COLUMN taken_back_act bigint CHECK (taken_back_act > imported_act),
    ADD CHECK ((taken_back_by IS NULL) = (taken_back_at IS NULL)),
    ADD CHECK ((taken_back_by IS NULL) = (taken_back_act IS NULL)),
    ADD CHECK (taken_back_by IS NULL OR confirmed_by IS NULL);
UPDATE roster.roster SET file_sha256 = sha256 WHERE confirmed_by IS NULL;

CREATE OR REPLACE FUNCTION roster.confirmed_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF old.confirmed_by IS NOT NULL OR old.taken_back_by IS NOT NULL
        OR (old.id, old.session, old.sha256, old.row_count, old.half_points, old.imported_by,
            old.imported_at, old.imported_act, old.file_sha256)
           IS DISTINCT FROM
           (new.id, new.session, new.sha256, new.row_count, new.half_points, new.imported_by,
            new.imported_at, new.imported_act, new.file_sha256)
    THEN
        RAISE EXCEPTION 'a roster is confirmed or taken back once and not changed';
    END IF;
    RETURN new;
END $$;

-- A file on its way in: tried, looked at, imported or dropped. Its bytes lie sealed in pieces and go
-- when it is imported or dropped.
CREATE TABLE roster.upload (
    id          uuid PRIMARY KEY,
    session     text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    file_name   text NOT NULL CHECK (char_length(file_name) BETWEEN 1 AND 120),
    file_sha256 text NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
    file_size   bigint NOT NULL CHECK (file_size > 0),
    uploaded_by uuid NOT NULL,
    uploaded_at timestamptz NOT NULL,
    stage       text NOT NULL CHECK (stage IN
        ('WAITING', 'READING', 'SOUND', 'FAULTY', 'BROKEN', 'IMPORTING', 'IMPORTED', 'DROPPED')),
    beat        timestamptz NOT NULL DEFAULT clock_timestamp(),
    rows_read   bigint NOT NULL DEFAULT 0,
    fault_count bigint NOT NULL DEFAULT 0,
    taken_before bigint NOT NULL DEFAULT 0,
    fresh       bigint NOT NULL DEFAULT 0,
    changed     bigint NOT NULL DEFAULT 0,
    same        bigint NOT NULL DEFAULT 0,
    gone        bigint NOT NULL DEFAULT 0,
    conflicts   bigint NOT NULL DEFAULT 0,
    against     uuid,
    roster      uuid REFERENCES roster.roster (id)
);
CREATE INDEX upload_by_session ON roster.upload (session, uploaded_at);

CREATE TABLE roster.staging (
    upload uuid NOT NULL REFERENCES roster.upload (id),
    piece  int NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (upload, piece)
);

-- What a trial found, as many lines as a person would read. No name, no identity number.
CREATE TABLE roster.staging_finding (
    upload  uuid NOT NULL REFERENCES roster.upload (id),
    ordinal int NOT NULL,
    kind    text NOT NULL CHECK (kind IN ('FAULT', 'NOTE', 'CHANGED', 'CONFLICT', 'GONE')),
    place   text NOT NULL,
    what_zh text NOT NULL,
    what_en text NOT NULL,
    mend_zh text NOT NULL,
    mend_en text NOT NULL,
    PRIMARY KEY (upload, ordinal)
);
