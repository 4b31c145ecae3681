CREATE SCHEMA line;

CREATE TABLE line.proposal (
    id             uuid PRIMARY KEY,
    session        text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    -- nationwide, a province's code, or a circular's id
    scope          text NOT NULL
        CHECK (scope ~ '^(nationwide|[1-9][0-9]0000|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'),
    rule           text NOT NULL,
    dossier        bytea NOT NULL,
    dossier_digest text NOT NULL CHECK (dossier_digest ~ '^[0-9a-f]{64}$'),
    pack           bytea NOT NULL,
    areas_csv      bytea NOT NULL,
    declared_csv   bytea NOT NULL,
    proposed_by    uuid NOT NULL,
    proposed_at    timestamptz NOT NULL,
    ledger_index   bigint NOT NULL UNIQUE CHECK (ledger_index >= 0),
    CHECK (encode(sha256(dossier), 'hex') = dossier_digest)
);
CREATE INDEX proposal_by_session ON line.proposal (session, proposed_at);

CREATE TABLE line.approval (
    proposal     uuid PRIMARY KEY REFERENCES line.proposal,
    approved_by  uuid NOT NULL,
    approved_at  timestamptz NOT NULL,
    ledger_index bigint NOT NULL UNIQUE CHECK (ledger_index >= 0)
);

CREATE TABLE line.filing (
    proposal     uuid PRIMARY KEY REFERENCES line.approval,
    number       text NOT NULL CHECK (char_length(number) BETWEEN 2 AND 60),
    filed_on     date NOT NULL,
    filed_by     uuid NOT NULL,
    filed_at     timestamptz NOT NULL,
    ledger_index bigint NOT NULL UNIQUE CHECK (ledger_index >= 0)
);

-- Only what was filed can be published, and one line a session.
CREATE TABLE line.publication (
    proposal     uuid PRIMARY KEY REFERENCES line.filing,
    session      text NOT NULL UNIQUE,
    announcement uuid NOT NULL UNIQUE,
    published_at timestamptz NOT NULL
);

-- Nothing official is overwritten: a correction is a new act.
CREATE FUNCTION line.keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'line.% keeps what was written', TG_TABLE_NAME;
END $$;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON line.proposal
    FOR EACH ROW EXECUTE FUNCTION line.keep();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON line.approval
    FOR EACH ROW EXECUTE FUNCTION line.keep();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON line.filing
    FOR EACH ROW EXECUTE FUNCTION line.keep();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON line.publication
    FOR EACH ROW EXECUTE FUNCTION line.keep();
