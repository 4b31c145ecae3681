-- An account that was just opened, or was reset, has no password until its owner sets one with a
-- one-time code. A closed one keeps its row, because acts name it, and never opens again.
ALTER TABLE access.officer
    ALTER COLUMN password_hash DROP NOT NULL,
    ADD COLUMN closed_at timestamptz,
    ADD CHECK (closed_at IS NULL OR password_hash IS NULL);

-- Real time, like all waiting at the door; the code itself is kept as a keyed digest.
CREATE TABLE access.officer_code (
    officer    uuid PRIMARY KEY REFERENCES access.officer,
    digest     bytea NOT NULL UNIQUE CHECK (octet_length(digest) = 32),
    expires_at timestamptz NOT NULL DEFAULT clock_timestamp() + interval '24 hours'
);

-- A grant that was withdrawn, or taken back before it was confirmed, stands for nothing any more.
ALTER TABLE access.role_grant
    DROP CONSTRAINT role_grant_officer_role_key,
    ADD COLUMN ended_at timestamptz;
CREATE UNIQUE INDEX one_grant_of_a_role ON access.role_grant (officer, role)
    WHERE ended_at IS NULL;
DROP INDEX access.one_administrator_role_each;
CREATE UNIQUE INDEX one_administrator_role_each ON access.role_grant (officer)
    WHERE role IN ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN') AND ended_at IS NULL;

-- What two administrators do to an account. The reason stays here: it may speak of a person.
CREATE TABLE access.account_step (
    id           uuid PRIMARY KEY,
    officer      uuid NOT NULL REFERENCES access.officer,
    kind         text NOT NULL
        CHECK (kind IN ('RESET', 'FORGET_FACTORS', 'WITHDRAW_ROLE', 'CLOSE')),
    role         text,
    reason       text NOT NULL CHECK (char_length(btrim(reason)) BETWEEN 1 AND 200),
    proposed_by  uuid NOT NULL REFERENCES access.officer,
    proposed_at  timestamptz NOT NULL,
    confirmed_by uuid REFERENCES access.officer,
    confirmed_at timestamptz,
    dropped_at   timestamptz,
    CHECK ((kind = 'WITHDRAW_ROLE') = (role IS NOT NULL)),
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
    CHECK (confirmed_by IS NULL OR dropped_at IS NULL),
    CHECK (proposed_by <> officer),
    CHECK (confirmed_by <> proposed_by AND confirmed_by <> officer),
    CHECK (confirmed_at >= proposed_at)
);
CREATE UNIQUE INDEX one_waiting_step_of_a_kind
    ON access.account_step (officer, kind, coalesce(role, ''))
    WHERE confirmed_by IS NULL AND dropped_at IS NULL;
