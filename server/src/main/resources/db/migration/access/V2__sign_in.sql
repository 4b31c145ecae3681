-- An examinee's account is bound to one admission number of one exam session.
CREATE TABLE access.examinee_account (
    id               uuid PRIMARY KEY,
    session          text NOT NULL CHECK (session ~ '^[0-9]{4}-[12]$'),
    admission_number text NOT NULL CHECK (char_length(admission_number) BETWEEN 1 AND 32),
    sign_in_name     text NOT NULL UNIQUE CHECK (sign_in_name ~ '^[a-z][a-z0-9.-]{2,39}$'),
    password_hash    text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    created_at       timestamptz NOT NULL,
    UNIQUE (session, admission_number)
);

-- The one-time codes of an empty installation: one for each of the first two administrators.
CREATE TABLE access.founding_code (
    role       text PRIMARY KEY CHECK (role IN ('SYSTEM_ADMIN', 'SECURITY_ADMIN')),
    digest     text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    expires_at timestamptz NOT NULL
);

-- Failures of one sign-in name from one address, both as keyed digests. Real time, not business
-- time: waiting is about the person at the door.
CREATE TABLE access.sign_in_throttle (
    pair     text PRIMARY KEY CHECK (pair ~ '^[0-9a-f]{64}$'),
    failures int NOT NULL CHECK (failures > 0),
    free_at  timestamptz NOT NULL
);

-- Who signed in, and how often somebody was refused: no name, no number, no address.
CREATE TABLE access.sign_in_attempt (
    id      uuid PRIMARY KEY,
    at      timestamptz NOT NULL,
    account uuid,
    outcome text NOT NULL CHECK (outcome IN ('SIGNED_IN', 'REFUSED', 'TOO_SOON', 'SIGNED_OUT')),
    pair    text CHECK (pair ~ '^[0-9a-f]{64}$'),
    CHECK (outcome NOT IN ('SIGNED_IN', 'SIGNED_OUT') OR account IS NOT NULL)
);
CREATE INDEX sign_in_attempt_by_time ON access.sign_in_attempt (at);
