-- A second look that doubts an approval, and an appeal against a rejection, put a declaration back to
-- where it waits for an officer: by a lead the one, by the declarant the other.
INSERT INTO declaration.step_allowed (stage_from, step, stage_to) VALUES
    ('APPROVED', 'REOPEN', 'SUBMITTED'),
    ('REJECTED', 'REOPEN', 'SUBMITTED');

ALTER TABLE declaration.step DROP CONSTRAINT step_check;
ALTER TABLE declaration.step
    ADD CONSTRAINT officers_decide CHECK (
        CASE step
            WHEN 'RESUBMIT' THEN officer IS NULL
            WHEN 'WITHDRAW' THEN officer IS NULL
            WHEN 'REOPEN' THEN reason <> ''
            ELSE officer IS NOT NULL
        END);

-- Who decided which case before: he does not decide it again once it is open again.
CREATE INDEX step_of_officer ON declaration.step (officer, declaration) WHERE officer IS NOT NULL;
