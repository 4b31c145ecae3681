-- A factor was proven in this sign-in, last at this moment: approvals ask for a recent one.
ALTER TABLE access.sign_in
    ADD COLUMN proven_at timestamptz,
    ADD CHECK (proven_at >= began_at);

-- The secret of an officer's authenticator app (RFC 6238), sealed, bound to its row. last_step: the
-- step of 30 seconds whose code was taken last; none is taken twice, nor an older one after it.
CREATE TABLE access.totp (
    officer   uuid PRIMARY KEY REFERENCES access.officer,
    label     text NOT NULL CHECK (char_length(label) BETWEEN 1 AND 60),
    sealed    bytea NOT NULL CHECK (octet_length(sealed) > 28),
    last_step bigint NOT NULL,
    added_at  timestamptz NOT NULL
);

-- Ten codes for the day on which the device is lost, as keyed digests; each works once.
CREATE TABLE access.recovery_code (
    officer uuid NOT NULL REFERENCES access.officer,
    digest  bytea NOT NULL CHECK (octet_length(digest) = 32),
    used_at timestamptz,
    PRIMARY KEY (officer, digest)
);

-- Codes that were tried, in real time. lane: a keyed digest of officer and known device; everybody
-- else's device is one lane, so that who guesses does not stop whom it belongs to.
CREATE TABLE access.factor_try (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    officer uuid NOT NULL REFERENCES access.officer,
    lane    text NOT NULL CHECK (lane ~ '^[0-9a-f]{64}$'),
    at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    taken   boolean NOT NULL DEFAULT false
);
CREATE INDEX factor_try_by_lane ON access.factor_try (lane, at) WHERE NOT taken;
CREATE INDEX factor_try_by_officer ON access.factor_try (officer, at) WHERE NOT taken;

-- Passkeys belong to examinees and to officers.
ALTER TABLE access.passkey DROP CONSTRAINT passkey_account_fkey;
CREATE FUNCTION access.passkey_has_an_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM access.examinee_account WHERE id = NEW.account)
       AND NOT EXISTS (SELECT 1 FROM access.officer WHERE id = NEW.account) THEN
        RAISE EXCEPTION 'a passkey belongs to an account' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER passkey_has_an_owner BEFORE INSERT OR UPDATE OF account ON access.passkey
    FOR EACH ROW EXECUTE FUNCTION access.passkey_has_an_owner();

ALTER TABLE access.sign_in_attempt
    DROP CONSTRAINT sign_in_attempt_outcome_check,
    ADD CONSTRAINT sign_in_attempt_outcome_check CHECK (outcome IN (
        'SIGNED_IN', 'REFUSED', 'TOO_SOON', 'SIGNED_OUT', 'FACTOR_ASKED', 'FACTOR_PROVEN',
        'FACTOR_REFUSED', 'FACTOR_ADDED', 'FACTOR_REMOVED', 'RECOVERY_USED', 'RECOVERY_MADE',
        'PASSWORD_SET', 'CODE_MADE', 'FACTORS_FORGOTTEN', 'CLOSED'));
