-- Lists of those who declared with their registration (报考时申报): entered by one lead, confirmed by
-- another who types digest and count; only then are they declarations.
CREATE TABLE declaration.registration_list (
    id           uuid PRIMARY KEY,
    session      text NOT NULL CHECK (session ~ '^20[0-9]{2}-[12]$'),
    province     text NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    claim_window uuid NOT NULL,
    stated_at    timestamptz NOT NULL,
    sha256       text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    rows         integer NOT NULL CHECK (rows > 0),
    set_aside    integer NOT NULL CHECK (set_aside BETWEEN 0 AND rows),
    entered_by   uuid NOT NULL,
    entered_at   timestamptz NOT NULL,
    confirmed_by uuid CHECK (confirmed_by <> entered_by),
    confirmed_at timestamptz,
    ledger_index bigint UNIQUE CHECK (ledger_index >= 0),
    UNIQUE (session, province, sha256),
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)
        AND (confirmed_by IS NULL) = (ledger_index IS NULL))
);

CREATE TABLE declaration.registration_row (
    list             uuid NOT NULL REFERENCES declaration.registration_list,
    line             integer NOT NULL CHECK (line > 1),
    admission_number text COLLATE "C" NOT NULL,
    ground           text NOT NULL CHECK (ground IN ('REGISTERED', 'HOUSEHOLD', 'WORKS')),
    place            text CHECK (place ~ '^[1-9][0-9]{5}$'),
    declaration      uuid UNIQUE REFERENCES declaration.declaration,
    PRIMARY KEY (list, line),
    UNIQUE (list, admission_number)
);
