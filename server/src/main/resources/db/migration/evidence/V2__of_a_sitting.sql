-- One account serves all of a person's sittings: each file says for which it was sent. Files of before
-- say nothing and go with any.
ALTER TABLE evidence.upload ADD COLUMN sitting text CHECK (char_length(sitting) BETWEEN 1 AND 80);
ALTER TABLE evidence.file ADD COLUMN sitting text CHECK (char_length(sitting) BETWEEN 1 AND 80);

CREATE OR REPLACE FUNCTION evidence.kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF tg_op = 'DELETE' OR old.attached_at IS NOT NULL OR old.dropped_at IS NOT NULL
        OR (old.id, old.owner, old.sitting, old.item, old.kind, old.bytes, old.pages, old.cipher,
            old.stored_at)
           IS DISTINCT FROM
           (new.id, new.owner, new.sitting, new.item, new.kind, new.bytes, new.pages, new.cipher,
            new.stored_at)
    THEN
        RAISE EXCEPTION 'an evidence file is attached or dropped once, and otherwise kept';
    END IF;
    RETURN new;
END $$;
