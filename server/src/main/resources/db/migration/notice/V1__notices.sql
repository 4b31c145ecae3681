CREATE SCHEMA notice;

-- What happened and is to be told: one row, in the transaction of the act. Expanded into messages
-- afterwards, so that the act waits for nothing.
CREATE TABLE notice.happening (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind             text NOT NULL,
    session          text,
    admission_number text,
    claim_window     uuid,
    person           text,
    what_zh          text NOT NULL DEFAULT '',
    what_en          text NOT NULL DEFAULT '',
    until            timestamptz,
    sealed           bytea,
    at               timestamptz NOT NULL DEFAULT clock_timestamp(),
    done_at          timestamptz
);
CREATE INDEX happening_waiting ON notice.happening (id) WHERE done_at IS NULL;

-- Whose declaration it is: later events name the declaration alone.
CREATE TABLE notice.declarant (
    declaration      uuid PRIMARY KEY,
    session          text NOT NULL,
    admission_number text NOT NULL
);
CREATE INDEX declarant_examinee ON notice.declarant (session, admission_number);

-- To many. A run that was stopped is run again from the start: a message has a key and is told once.
CREATE TABLE notice.broadcast (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key          text NOT NULL UNIQUE,
    kind         text NOT NULL,
    claim_window uuid NOT NULL,
    session      text NOT NULL,
    province     text NOT NULL,
    told         integer NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    done_at      timestamptz
);
CREATE INDEX broadcast_waiting ON notice.broadcast (id) WHERE done_at IS NULL;

-- Somebody who may be told; known by the roster's keyed digest. Of tokens only digests are kept.
CREATE TABLE notice.person (
    person      text PRIMARY KEY CHECK (person ~ '^[0-9a-f]{64}$'),
    generation  integer NOT NULL DEFAULT 0,
    feed_digest text NOT NULL UNIQUE,
    stop_digest text NOT NULL UNIQUE,
    stopped_at  timestamptz
);

CREATE TABLE notice.preference (
    person  text NOT NULL REFERENCES notice.person,
    kind    text NOT NULL,
    channel text NOT NULL CHECK (channel IN ('EMAIL', 'SMS')),
    wanted  boolean NOT NULL,
    PRIMARY KEY (person, kind, channel)
);

-- One thing told to one person: what the feed shows. The key says that it is told once.
CREATE TABLE notice.message (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    key              text NOT NULL UNIQUE,
    kind             text NOT NULL,
    person           text,
    session          text,
    admission_number text,
    title_zh         text NOT NULL,
    title_en         text NOT NULL,
    text_zh          text NOT NULL,
    text_en          text NOT NULL,
    path             text NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX message_person ON notice.message (person, created_at DESC);

-- The way of a message to one address. The sealed address (and code) is forgotten once it is sent.
CREATE TABLE notice.delivery (
    key        text PRIMARY KEY,
    message    uuid NOT NULL REFERENCES notice.message,
    channel    text NOT NULL CHECK (channel IN ('EMAIL', 'SMS')),
    sealed     bytea,
    stage      text NOT NULL CHECK (stage IN ('WAITING', 'SENT', 'FAILED', 'STOPPED')),
    attempts   integer NOT NULL DEFAULT 0,
    next_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    until      timestamptz,
    fault      text NOT NULL DEFAULT '',
    settled_at timestamptz,
    CHECK ((stage = 'WAITING') = (settled_at IS NULL))
);
CREATE INDEX delivery_waiting ON notice.delivery (next_at) WHERE stage = 'WAITING';
CREATE INDEX delivery_failed ON notice.delivery (settled_at) WHERE stage = 'FAILED';

-- Contacts that came with a roster, sealed in their rows.
CREATE TABLE notice.contact (
    session          text NOT NULL,
    admission_number text NOT NULL,
    email            bytea,
    mobile           bytea,
    file             uuid NOT NULL,
    PRIMARY KEY (session, admission_number)
);

CREATE TABLE notice.contact_file (
    id          uuid PRIMARY KEY,
    session     text NOT NULL,
    sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    rows        integer NOT NULL CHECK (rows > 0),
    imported_by uuid NOT NULL,
    imported_at timestamptz NOT NULL
);
