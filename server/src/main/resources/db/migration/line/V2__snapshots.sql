-- What a line is determined from, as it stood at one moment. The roster stays where it is: its
-- file's digest, its control totals and a digest over its rows are what is held against it.
CREATE TABLE line.snapshot (
    id                 uuid PRIMARY KEY,
    session            text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    scope              text NOT NULL
        CHECK (scope ~ '^(nationwide|[1-9][0-9]0000|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'),
    roster_sha256      text NOT NULL CHECK (roster_sha256 ~ '^[0-9a-f]{64}$'),
    roster_rows        bigint NOT NULL CHECK (roster_rows >= 0),
    roster_half_points bigint NOT NULL CHECK (roster_half_points >= 0),
    rows_digest        text NOT NULL CHECK (rows_digest ~ '^[0-9a-f]{64}$'),
    areas_csv          bytea NOT NULL,
    areas_sha256       text NOT NULL,
    areas_rows         bigint NOT NULL CHECK (areas_rows > 0),
    declared_csv       bytea NOT NULL,
    declared_sha256    text NOT NULL,
    declared_rows      bigint NOT NULL CHECK (declared_rows >= 0),
    sealed_by          uuid NOT NULL,
    sealed_at          timestamptz NOT NULL,
    ledger_index       bigint NOT NULL UNIQUE CHECK (ledger_index >= 0),
    CHECK (encode(sha256(areas_csv), 'hex') = areas_sha256),
    CHECK (encode(sha256(declared_csv), 'hex') = declared_sha256)
);
CREATE INDEX snapshot_by_session ON line.snapshot (session, sealed_at);

-- Every province with line areas in scope: its window is closed, or it is named as missing.
CREATE TABLE line.snapshot_province (
    snapshot    uuid NOT NULL REFERENCES line.snapshot,
    province    text NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    closed_at   timestamptz,
    missing_why text CHECK (char_length(missing_why) BETWEEN 2 AND 200),
    PRIMARY KEY (snapshot, province),
    CHECK (num_nonnulls(closed_at, missing_why) = 1)
);

-- Every typing of the control totals, right or wrong; what was typed is not kept.
CREATE TABLE line.typing (
    snapshot uuid NOT NULL REFERENCES line.snapshot,
    number   integer NOT NULL CHECK (number BETWEEN 1 AND 5),
    typed_by uuid NOT NULL,
    typed_at timestamptz NOT NULL,
    differs  text[] NOT NULL,
    PRIMARY KEY (snapshot, number)
);

CREATE TABLE line.agreement (
    snapshot     uuid PRIMARY KEY REFERENCES line.snapshot,
    agreed_by    uuid NOT NULL,
    agreed_at    timestamptz NOT NULL,
    ledger_index bigint NOT NULL UNIQUE CHECK (ledger_index >= 0)
);

-- Only what was agreed to can be determined from. No proposal can stand here yet: before this
-- version proposals were made in databases that cycle and demo throw away.
ALTER TABLE line.proposal ADD COLUMN snapshot uuid NOT NULL REFERENCES line.agreement;
ALTER TABLE line.proposal
    DROP COLUMN scope, DROP COLUMN areas_csv, DROP COLUMN declared_csv;

-- The blind second computation: one for each analyst and proposal, kept whatever came of it.
CREATE TABLE line.computation (
    proposal     uuid NOT NULL REFERENCES line.proposal,
    computed_by  uuid NOT NULL,
    computed_at  timestamptz NOT NULL,
    engine       text NOT NULL,
    keys         text NOT NULL,
    keys_digest  text NOT NULL CHECK (keys_digest ~ '^[0-9a-f]{64}$'),
    equal        boolean NOT NULL,
    ledger_index bigint NOT NULL UNIQUE CHECK (ledger_index >= 0),
    PRIMARY KEY (proposal, computed_by),
    CHECK (encode(sha256(convert_to(keys, 'UTF8')), 'hex') = keys_digest)
);

-- An approval stands on the approver's own computation, and that one agreed.
ALTER TABLE line.computation ADD UNIQUE (proposal, computed_by, equal);
ALTER TABLE line.approval ADD COLUMN equal boolean NOT NULL DEFAULT true CHECK (equal);
ALTER TABLE line.approval ADD FOREIGN KEY (proposal, approved_by, equal)
    REFERENCES line.computation (proposal, computed_by, equal);

-- What analysts tried, named and frozen. No official act, and kept all the same.
CREATE TABLE line.scenario (
    id          uuid PRIMARY KEY,
    snapshot    uuid NOT NULL REFERENCES line.agreement,
    name        text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    rule        text NOT NULL,
    considered  text,
    keys_digest text NOT NULL CHECK (keys_digest ~ '^[0-9a-f]{64}$'),
    digest      text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    frozen_by   uuid NOT NULL,
    frozen_at   timestamptz NOT NULL,
    UNIQUE (snapshot, name)
);

-- A session has one line for the whole country ('') or one for each of some provinces, never both
-- for the same place. The session is the x of a box, the provinces it covers are its y: boxes have
-- an exclusion operator without any extension.
ALTER TABLE line.publication ADD COLUMN province text NOT NULL DEFAULT ''
    CHECK (province ~ '^([1-9][0-9]0000)?$');
ALTER TABLE line.publication DROP CONSTRAINT publication_session_key;
ALTER TABLE line.publication ADD CONSTRAINT one_line_for_each_place EXCLUDE USING gist (
    box(point(replace(session, '-', '')::integer,
              CASE province WHEN '' THEN 0 ELSE left(province, 2)::integer END),
        point(replace(session, '-', '')::integer,
              CASE province WHEN '' THEN 100 ELSE left(province, 2)::integer END)) WITH &&);

CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON line.snapshot
    FOR EACH ROW EXECUTE FUNCTION line.keep();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON line.snapshot_province
    FOR EACH ROW EXECUTE FUNCTION line.keep();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON line.typing
    FOR EACH ROW EXECUTE FUNCTION line.keep();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON line.agreement
    FOR EACH ROW EXECUTE FUNCTION line.keep();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON line.computation
    FOR EACH ROW EXECUTE FUNCTION line.keep();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON line.scenario
    FOR EACH ROW EXECUTE FUNCTION line.keep();
