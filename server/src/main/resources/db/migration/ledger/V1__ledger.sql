-- The ledger: every official act, in one row of numbers without gaps. Nothing here is changed later.
CREATE SCHEMA ledger;

-- One row. Who appends holds its lock until the commit: hence no gaps, and commit order is index order.
CREATE TABLE ledger.head (
    only_row     boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    size         bigint      NOT NULL CHECK (size >= 0),
    sequenced_at timestamptz NOT NULL
) WITH (fillfactor = 10);
INSERT INTO ledger.head (size, sequenced_at) VALUES (0, 'epoch');

CREATE TABLE ledger.entry (
    index     bigint      PRIMARY KEY CHECK (index >= 0),
    kind      text        NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$'),
    at        timestamptz NOT NULL,
    bytes     bytea       NOT NULL CHECK (octet_length(bytes) BETWEEN 2 AND 65535),
    leaf_hash bytea       NOT NULL,
    CONSTRAINT entry_leaf_hash_is_of_its_bytes CHECK (leaf_hash = sha256('\x00'::bytea || bytes))
);

-- Deleting a salt makes its commitment mean nothing: so a person is deleted from the ledger.
CREATE TABLE ledger.salt (
    commitment text        PRIMARY KEY CHECK (commitment ~ '^[0-9a-f]{64}$'),
    salt       bytea       NOT NULL CHECK (octet_length(salt) = 32),
    made_at    timestamptz NOT NULL
);

CREATE TABLE ledger.checkpoint (
    size bigint      PRIMARY KEY CHECK (size >= 0),
    root bytea       NOT NULL CHECK (octet_length(root) = 32),
    note text        NOT NULL,
    at   timestamptz NOT NULL
);

CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is only added to: % of % refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER entry_is_only_added_to
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER checkpoint_is_only_added_to
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER head_is_never_taken_away
    BEFORE DELETE OR TRUNCATE ON ledger.head
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

REVOKE UPDATE, DELETE, TRUNCATE ON ledger.entry, ledger.checkpoint FROM PUBLIC, CURRENT_USER;
