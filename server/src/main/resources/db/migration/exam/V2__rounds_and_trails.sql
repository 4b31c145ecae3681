-- Declaring at registration is a round of its own; evidence may follow a submission for an announced
-- time; how often an act changed a window is part of it (the SEQUENCE of its calendar entry).
ALTER TABLE exam.claim_window DROP CONSTRAINT claim_window_round_check;
ALTER TABLE exam.claim_window ADD CONSTRAINT claim_window_round_check
    CHECK (round IN ('AT_REGISTRATION', 'ORDINARY', 'LATE'));
ALTER TABLE exam.claim_window
    ADD COLUMN upload_trail_seconds integer NOT NULL DEFAULT 0
        CHECK (upload_trail_seconds BETWEEN 0 AND 1209600),
    ADD COLUMN revision integer NOT NULL DEFAULT 0 CHECK (revision >= 0);
