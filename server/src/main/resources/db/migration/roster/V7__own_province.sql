-- Who registered elsewhere and declared in a province: that province's officers may see the entry. Said
-- by the module declaration in the transaction of the submission; only where the two provinces differ.
CREATE TABLE roster.declared_elsewhere (
    session          text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    admission_number text COLLATE "C" NOT NULL,
    province         text NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    PRIMARY KEY (session, admission_number, province)
);
ALTER TABLE roster.declared_elsewhere ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_province ON roster.declared_elsewhere TO cutscore_province
    USING (province = current_setting('cutscore.province', true));

ALTER TABLE roster.entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_province ON roster.entry FOR SELECT TO cutscore_province
    USING (left(division, 2) = left(current_setting('cutscore.province', true), 2)
        OR EXISTS (SELECT 1 FROM roster.declared_elsewhere e
                     JOIN roster.roster r ON r.session = e.session
                    WHERE r.id = entry.roster AND e.admission_number = entry.admission_number
                      AND e.province = current_setting('cutscore.province', true)));

-- Files on their way in are the centre's.
ALTER TABLE roster.upload ENABLE ROW LEVEL SECURITY;
ALTER TABLE roster.staging ENABLE ROW LEVEL SECURITY;
ALTER TABLE roster.staging_finding ENABLE ROW LEVEL SECURITY;
