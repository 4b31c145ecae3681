CREATE SCHEMA integrity;

CREATE TABLE integrity.decision (
    id          uuid PRIMARY KEY,
    number      text NOT NULL UNIQUE CHECK (char_length(number) BETWEEN 2 AND 60),
    certificate text NOT NULL,
    article     text NOT NULL CHECK (article IN ('ARTICLE_10', 'ARTICLE_7', 'ARTICLE_8')),
    ground      text NOT NULL CHECK (ground IN (
        'FALSE_EVIDENCE', 'FALSE_STATEMENT', 'OTHER_IMPROPER_MEANS', 'EXAM_VIOLATION')),
    decided_on  date NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_at timestamptz NOT NULL
);

CREATE TABLE integrity.confirmation (
    decision     uuid PRIMARY KEY REFERENCES integrity.decision,
    confirmed_by uuid NOT NULL,
    confirmed_at timestamptz NOT NULL,
    ledger_index bigint NOT NULL UNIQUE CHECK (ledger_index >= 0)
);

CREATE FUNCTION integrity.keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'integrity.% keeps what was written', TG_TABLE_NAME;
END $$;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON integrity.decision
    FOR EACH ROW EXECUTE FUNCTION integrity.keep();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON integrity.confirmation
    FOR EACH ROW EXECUTE FUNCTION integrity.keep();
