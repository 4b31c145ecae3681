-- May a rejected declarant have another officer look again? The circulars are silent, so it is a
-- setting of a province and session: the last one set is in force, all of them stay.
CREATE TABLE declaration.appeal_setting (
    id           uuid PRIMARY KEY,
    session      text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    province     text NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    days         smallint NOT NULL CHECK (days BETWEEN 0 AND 90),
    basis        text NOT NULL CHECK (char_length(basis) BETWEEN 1 AND 300),
    set_by       uuid NOT NULL,
    set_at       timestamptz NOT NULL,
    ledger_index bigint NOT NULL UNIQUE CHECK (ledger_index >= 0)
);
CREATE INDEX appeal_setting_of ON declaration.appeal_setting (session, province, ledger_index);
CREATE TRIGGER appeal_setting_only_added_to BEFORE UPDATE OR DELETE ON declaration.appeal_setting
    FOR EACH ROW EXECUTE FUNCTION declaration.only_added_to();

-- An appeal is the step that opened the declaration again; once for each declaration.
CREATE TABLE declaration.appeal (
    declaration uuid PRIMARY KEY REFERENCES declaration.declaration,
    rejection   smallint NOT NULL,
    step        smallint NOT NULL CHECK (step > rejection),
    at          timestamptz NOT NULL,
    FOREIGN KEY (declaration, rejection) REFERENCES declaration.step (declaration, number),
    FOREIGN KEY (declaration, step) REFERENCES declaration.step (declaration, number)
);
CREATE TRIGGER appeal_only_added_to BEFORE UPDATE OR DELETE ON declaration.appeal
    FOR EACH ROW EXECUTE FUNCTION declaration.only_added_to();
