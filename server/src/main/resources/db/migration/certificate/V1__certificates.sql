-- Awards (who gets what, and why) and certificates. Nothing is deleted: annulment is a state.
CREATE SCHEMA certificate;

CREATE TABLE certificate.seal_key (
    id          text        PRIMARY KEY CHECK (id ~ '^[0-9a-f]{16}$'),
    certificate bytea       NOT NULL,
    since       timestamptz NOT NULL
);

-- Where the certificates of a province and session count, as it was when its line was published.
CREATE TABLE certificate.scope (
    province       text NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    session        text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    circular       text NOT NULL CHECK (circular <> ''),
    line_published date NOT NULL,
    areas          text NOT NULL,
    PRIMARY KEY (province, session)
);

CREATE TABLE certificate.award (
    declaration      uuid        PRIMARY KEY,
    session          text        NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    admission_number text        NOT NULL CHECK (admission_number <> ''),
    person           text        NOT NULL CHECK (person <> ''),
    name             text        NOT NULL CHECK (name <> ''),
    qualification    text        NOT NULL CHECK (qualification <> ''),
    level            text        NOT NULL CHECK (level <> ''),
    province         text        NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    outcome          text        NOT NULL CHECK (outcome IN ('awarded', 'national-certificate',
        'session-voided', 'not-approved', 'national-line-stands', 'below-line')),
    route            text        CHECK (route IN ('ordinary', 'replacement')),
    explanation      text        NOT NULL,
    determined_at    timestamptz NOT NULL,
    ledger_index     bigint      NOT NULL CHECK (ledger_index >= 0),
    CHECK ((outcome = 'awarded') = (route IS NOT NULL))
);
CREATE INDEX award_session ON certificate.award (session, province, outcome);

CREATE TABLE certificate.batch (
    id          uuid        PRIMARY KEY,
    session     text        NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    province    text        NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    size        integer     NOT NULL CHECK (size > 0),
    digest      text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    prepared_by uuid        NOT NULL,
    prepared_at timestamptz NOT NULL,
    approved_by uuid,
    approved_at timestamptz,
    CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    CHECK (approved_by <> prepared_by)
);
CREATE TABLE certificate.batch_award (
    declaration uuid PRIMARY KEY REFERENCES certificate.award,
    batch       uuid NOT NULL REFERENCES certificate.batch
);
CREATE INDEX batch_award_batch ON certificate.batch_award (batch);

-- A row comes into being with its number, its bytes to be signed and its ledger entry, in one
-- transaction; the seal follows. So a number that anybody has seen is never given twice.
CREATE TABLE certificate.certificate (
    number       text        PRIMARY KEY CHECK (number ~ '^HX[0-9A-HJKMNP-TV-Z]{21}$'),
    declaration  uuid        NOT NULL REFERENCES certificate.award,
    batch        uuid        NOT NULL REFERENCES certificate.batch,
    person       text        NOT NULL,
    qualification text       NOT NULL,
    session      text        NOT NULL,
    province     text        NOT NULL,
    to_be_signed bytea       NOT NULL,
    digest       text        NOT NULL CHECK (digest = encode(sha256(to_be_signed), 'hex')),
    commitment   text        NOT NULL CHECK (commitment ~ '^[0-9a-f]{64}$'),
    ledger_index bigint      NOT NULL CHECK (ledger_index >= 0),
    numbered_at  timestamptz NOT NULL,
    state        text        NOT NULL CHECK (state IN ('NUMBERED', 'ISSUED', 'ANNULLED')),
    pdf          bytea,
    sealed_at    timestamptz,
    annulled_on  date,
    decision     text,
    ground       text,
    article      text,
    CHECK (state <> 'ISSUED' OR pdf IS NOT NULL),
    CHECK ((state = 'ANNULLED') = (annulled_on IS NOT NULL)),
    CHECK ((annulled_on IS NULL) = (decision IS NULL) AND (decision IS NULL) = (article IS NULL)
        AND (decision IS NULL) = (ground IS NULL))
);
CREATE UNIQUE INDEX one_live_certificate_per_person_qualification_and_session
    ON certificate.certificate (person, qualification, session) WHERE state <> 'ANNULLED';
CREATE INDEX certificate_batch ON certificate.certificate (batch, state);
CREATE INDEX certificate_session ON certificate.certificate (session, province);
