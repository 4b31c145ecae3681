-- A publication is proposed by one publisher and confirmed by another. A proposal is settled once:
-- published or taken back; nothing else of it ever changes.
CREATE TABLE publication.proposed (
    id             uuid PRIMARY KEY,
    proposal       uuid NOT NULL,
    session        text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    dossier_digest text NOT NULL CHECK (dossier_digest ~ '^[0-9a-f]{64}$'),
    text_digest    text NOT NULL CHECK (text_digest ~ '^[0-9a-f]{64}$'),
    proposed_by    uuid NOT NULL,
    proposed_at    timestamptz NOT NULL,
    settled        text CHECK (settled IN ('PUBLISHED', 'TAKEN_BACK')),
    settled_by     uuid,
    settled_at     timestamptz,
    CHECK (num_nonnulls(settled, settled_by, settled_at) IN (0, 3)),
    CHECK (settled IS DISTINCT FROM 'PUBLISHED' OR settled_by <> proposed_by)
);
-- Two who propose the same line at once propose it together.
CREATE UNIQUE INDEX one_waits ON publication.proposed (proposal) WHERE settled IS NULL;
CREATE UNIQUE INDEX one_published ON publication.proposed (proposal) WHERE settled = 'PUBLISHED';

CREATE FUNCTION publication.settle_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.settled IS NOT NULL
        OR (NEW.id, NEW.proposal, NEW.session, NEW.dossier_digest, NEW.text_digest,
            NEW.proposed_by, NEW.proposed_at)
           IS DISTINCT FROM
           (OLD.id, OLD.proposal, OLD.session, OLD.dossier_digest, OLD.text_digest,
            OLD.proposed_by, OLD.proposed_at) THEN
        RAISE EXCEPTION 'publication.% keeps what was written', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER settle_once BEFORE UPDATE OR DELETE ON publication.proposed
    FOR EACH ROW EXECUTE FUNCTION publication.settle_once();

-- Publishing is the centre's: under a province's role there is nothing here.
ALTER TABLE publication.proposed ENABLE ROW LEVEL SECURITY;
