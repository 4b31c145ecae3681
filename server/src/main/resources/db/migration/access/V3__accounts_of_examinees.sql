-- An examinee opens the account from the roster and signs in with what is at hand: a sign-in name or
-- a contact with a password, a code, a passkey, an identity from elsewhere. None of them is required
-- alone. person: the roster's keyed digest of the identity number, one account for each.
ALTER TABLE access.examinee_account
    ALTER COLUMN sign_in_name DROP NOT NULL,
    ALTER COLUMN password_hash DROP NOT NULL,
    ADD COLUMN person text CHECK (person ~ '^[0-9a-f]{64}$');
CREATE UNIQUE INDEX one_account_per_person ON access.examinee_account (person);

-- Where notices and codes go; only what was confirmed by a code. sealed: the address, AES-256-GCM,
-- nonce first, bound to account and channel. digest: keyed, to find the account by it.
CREATE TABLE access.contact (
    account     uuid NOT NULL REFERENCES access.examinee_account,
    channel     text NOT NULL CHECK (channel IN ('EMAIL', 'SMS')),
    sealed      bytea NOT NULL CHECK (octet_length(sealed) > 28),
    digest      bytea NOT NULL CHECK (octet_length(digest) = 32),
    verified_at timestamptz NOT NULL,
    PRIMARY KEY (account, channel)
);
CREATE INDEX contact_by_digest ON access.contact (digest);

-- Six digits that were sent to a contact: kept as a keyed digest, bound to the browser that asked,
-- good once, for ten minutes, for five tries. Real time, like all waiting at the door.
CREATE TABLE access.code (
    id         uuid PRIMARY KEY,
    contact    bytea NOT NULL CHECK (octet_length(contact) = 32),
    digest     bytea NOT NULL CHECK (octet_length(digest) = 32),
    made_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL DEFAULT clock_timestamp() + interval '10 minutes',
    tries      int NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
    used_at    timestamptz
);
CREATE INDEX code_by_contact ON access.code (contact, made_at);

-- One sign-in on one device, until it is ended. Asked at every request. device: a keyed digest of
-- the cookie that tells a known device from a new one. The sitting that an examinee chose last.
CREATE TABLE access.sign_in (
    id               uuid PRIMARY KEY,
    account          uuid NOT NULL,
    means            text NOT NULL CHECK (means IN ('PASSWORD', 'CODE', 'PASSKEY', 'OIDC',
                                                    'REGISTRATION')),
    device           bytea NOT NULL CHECK (octet_length(device) = 32),
    browser          text NOT NULL CHECK (char_length(browser) <= 60),
    session          text CHECK (session ~ '^[0-9]{4}-[12]$'),
    admission_number text CHECK (char_length(admission_number) BETWEEN 1 AND 32),
    began_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    seen_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at         timestamptz,
    CHECK ((session IS NULL) = (admission_number IS NULL)),
    CHECK (ended_at >= began_at)
);
CREATE INDEX sign_in_by_account ON access.sign_in (account, began_at);

CREATE TABLE access.passkey (
    id          bytea PRIMARY KEY CHECK (octet_length(id) BETWEEN 1 AND 1023),
    account     uuid NOT NULL REFERENCES access.examinee_account,
    label       text NOT NULL CHECK (char_length(label) BETWEEN 1 AND 60),
    public_key  bytea NOT NULL,
    attestation bytea NOT NULL,
    client      bytea NOT NULL,
    transports  text NOT NULL,
    sign_count  bigint NOT NULL CHECK (sign_count >= 0),
    verified    boolean NOT NULL,
    eligible    boolean NOT NULL,
    backed_up   boolean NOT NULL,
    created_at  timestamptz NOT NULL,
    used_at     timestamptz NOT NULL
);
CREATE INDEX passkey_by_account ON access.passkey (account);

-- An identity from elsewhere: a keyed digest of issuer and subject.
CREATE TABLE access.linked_identity (
    digest    bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    account   uuid NOT NULL UNIQUE REFERENCES access.examinee_account,
    linked_at timestamptz NOT NULL
);

-- A password asked for with the roster's facts alone. It counts once it is ripe; until then whoever
-- is told about it, and can sign in, may end it. One at a time.
CREATE TABLE access.recovery (
    account       uuid PRIMARY KEY REFERENCES access.examinee_account,
    password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    asked_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    ripe_at       timestamptz NOT NULL CHECK (ripe_at > asked_at)
);
