CREATE SCHEMA evidence;

-- A file on its way, in pieces. given_name and file_key are sealed (database.FieldCipher); the bytes
-- lie in the folder, sealed piece by piece under file_key. Emptying file_key forgets them.
CREATE TABLE evidence.upload (
    id         uuid PRIMARY KEY,
    owner      uuid NOT NULL,
    item       text NOT NULL CHECK (item ~ '^[a-z][a-z0-9-]{1,40}$'),
    idem_key   text NOT NULL CHECK (idem_key ~ '^[A-Za-z0-9._-]{8,64}$'),
    given_name bytea,
    size       bigint NOT NULL CHECK (size > 0),
    received   bigint NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND size),
    on_disk    bigint NOT NULL DEFAULT 0 CHECK (on_disk >= 0),
    cipher     smallint NOT NULL,
    file_key   bytea,
    stage      text NOT NULL DEFAULT 'RECEIVING'
        CHECK (stage IN ('RECEIVING', 'EXAMINING', 'STORED', 'REFUSED', 'ABANDONED')),
    refusal    text CHECK ((refusal IS NOT NULL) = (stage = 'REFUSED')),
    file       uuid CHECK ((file IS NOT NULL) = (stage = 'STORED')),
    begun_at   timestamptz NOT NULL,
    touched_at timestamptz NOT NULL,
    UNIQUE (owner, idem_key),
    CHECK (stage IN ('STORED', 'REFUSED', 'ABANDONED') OR file_key IS NOT NULL),
    CHECK (stage IN ('RECEIVING', 'ABANDONED') OR received = size)
);
CREATE INDEX uploads_on_their_way ON evidence.upload (touched_at)
    WHERE stage IN ('RECEIVING', 'EXAMINING');

-- A file that was examined and made anew. Taking it away empties its key and its name; once it
-- belongs to a declaration it stays.
CREATE TABLE evidence.file (
    id          uuid PRIMARY KEY,
    owner       uuid NOT NULL,
    item        text NOT NULL CHECK (item ~ '^[a-z][a-z0-9-]{1,40}$'),
    given_name  bytea,
    kind        text NOT NULL CHECK (kind IN ('JPEG', 'PDF')),
    bytes       bigint NOT NULL CHECK (bytes > 0),
    pages       int NOT NULL CHECK (pages BETWEEN 1 AND 20),
    scan        text NOT NULL CHECK (scan IN ('CLEAN', 'NOT_SCANNED')),
    cipher      smallint NOT NULL,
    file_key    bytea,
    stored_at   timestamptz NOT NULL,
    attached_at timestamptz,
    dropped_at  timestamptz,
    CHECK ((dropped_at IS NULL) = (file_key IS NOT NULL)),
    CHECK ((dropped_at IS NULL) = (given_name IS NOT NULL)),
    CHECK (dropped_at IS NULL OR attached_at IS NULL)
);
CREATE INDEX files_of_an_owner ON evidence.file (owner) WHERE dropped_at IS NULL;

CREATE FUNCTION evidence.kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF tg_op = 'DELETE' OR old.attached_at IS NOT NULL OR old.dropped_at IS NOT NULL
        OR (old.id, old.owner, old.item, old.kind, old.bytes, old.pages, old.cipher, old.stored_at)
           IS DISTINCT FROM
           (new.id, new.owner, new.item, new.kind, new.bytes, new.pages, new.cipher, new.stored_at)
    THEN
        RAISE EXCEPTION 'an evidence file is attached or dropped once, and otherwise kept';
    END IF;
    RETURN new;
END $$;
CREATE TRIGGER file_is_kept BEFORE UPDATE OR DELETE ON evidence.file
    FOR EACH ROW EXECUTE FUNCTION evidence.kept();
