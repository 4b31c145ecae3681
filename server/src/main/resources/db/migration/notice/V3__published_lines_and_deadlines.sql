-- A published line is told to people without any window; the whole country's has no province.
ALTER TABLE notice.broadcast ALTER COLUMN claim_window DROP NOT NULL;
ALTER TABLE notice.broadcast ALTER COLUMN province DROP NOT NULL;
ALTER TABLE notice.broadcast ADD COLUMN path text NOT NULL DEFAULT '';
ALTER TABLE notice.broadcast
    ADD CHECK ((kind = 'LINE_PUBLISHED') = (claim_window IS NULL)),
    ADD CHECK (claim_window IS NULL OR province IS NOT NULL);

-- Of a returned declaration: which, when on the business clock, and the last reminder in days
-- before the deadline.
ALTER TABLE notice.happening ADD COLUMN declaration uuid;
ALTER TABLE notice.happening ADD COLUMN said_at timestamptz;
ALTER TABLE notice.happening ADD COLUMN reminded integer;
CREATE INDEX happening_mend ON notice.happening (until) WHERE declaration IS NOT NULL;
