-- What a declaration says beside its ground, and until when its evidence may follow.
ALTER TABLE declaration.declaration
    ADD COLUMN begun_at timestamptz,
    ADD COLUMN employer text NOT NULL DEFAULT '' CHECK (char_length(employer) <= 120),
    ADD COLUMN evidence_until timestamptz CHECK (evidence_until >= arrived_at);

-- Which files go with a declaration, for which item that the province asks for. Only ever added to:
-- a better photograph is another row, the officer sees both.
CREATE TABLE declaration.evidence (
    declaration uuid NOT NULL REFERENCES declaration.declaration,
    item        text NOT NULL CHECK (item ~ '^[a-z][a-z0-9-]{1,40}$'),
    file        uuid NOT NULL UNIQUE,
    added_at    timestamptz NOT NULL,
    PRIMARY KEY (declaration, file)
);
CREATE TRIGGER evidence_is_kept BEFORE UPDATE OR DELETE ON declaration.evidence
    FOR EACH ROW EXECUTE FUNCTION declaration.only_added_to();

-- A form on its way: saved at every step, so that a closed tab loses nothing. Its idempotency key is
-- made once and kept; a draft that was sent becomes the declaration with that key.
CREATE TABLE declaration.draft (
    id               uuid PRIMARY KEY,
    session          text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    admission_number text COLLATE "C" NOT NULL,
    mends            uuid REFERENCES declaration.declaration,
    begun_at         timestamptz NOT NULL,
    changed_at       timestamptz NOT NULL,
    answers          jsonb NOT NULL,
    idempotency_key  text NOT NULL UNIQUE CHECK (idempotency_key ~ '^[A-Za-z0-9._-]{8,64}$'),
    sent             boolean NOT NULL DEFAULT false,
    CHECK (changed_at >= begun_at)
);
CREATE UNIQUE INDEX one_open_draft ON declaration.draft (session, admission_number) WHERE NOT sent;
