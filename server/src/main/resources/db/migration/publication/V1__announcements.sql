CREATE SCHEMA publication;

CREATE TABLE publication.announcement (
    id             uuid PRIMARY KEY,
    number         text NOT NULL UNIQUE CHECK (number ~ '^20[0-9]{2}-[12]-[0-9]{2,4}$'),
    session        text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    proposal       uuid NOT NULL UNIQUE,
    form           text NOT NULL,
    dossier_digest text NOT NULL CHECK (dossier_digest ~ '^[0-9a-f]{64}$'),
    proposed_by    uuid NOT NULL,
    confirmed_by   uuid NOT NULL CHECK (confirmed_by <> proposed_by),
    published_at   timestamptz NOT NULL,
    ledger_index   bigint NOT NULL UNIQUE CHECK (ledger_index >= 0)
);

-- Derived from the announcement, never edited.
CREATE TABLE publication.rendition (
    announcement uuid PRIMARY KEY REFERENCES publication.announcement,
    pdf          bytea NOT NULL
);

-- Nothing official is overwritten: a correction is a new act.
CREATE FUNCTION publication.keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'publication.% keeps what was written', TG_TABLE_NAME;
END $$;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON publication.announcement
    FOR EACH ROW EXECUTE FUNCTION publication.keep();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON publication.rendition
    FOR EACH ROW EXECUTE FUNCTION publication.keep();
