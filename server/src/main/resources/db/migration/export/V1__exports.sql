CREATE SCHEMA export;

-- A list that somebody asked for as a file: what, what for, how far. The row stays; the file goes
-- after a day. The epoch fences: who works under an older one writes nothing.
CREATE TABLE export.job (
    id           uuid PRIMARY KEY,
    officer      uuid NOT NULL,
    officer_name text NOT NULL CHECK (char_length(officer_name) BETWEEN 1 AND 60),
    province     text NOT NULL CHECK (province ~ '^[1-9][0-9]0000$'),
    filter       text NOT NULL CHECK (char_length(filter) <= 1000),
    format       text NOT NULL CHECK (format IN ('XLSX', 'CSV_UTF8', 'CSV_GB18030')),
    purpose_kind text NOT NULL
        CHECK (purpose_kind IN ('REVIEW', 'STATISTICS', 'POSTING', 'INSPECTION', 'OTHER')),
    purpose      text NOT NULL CHECK (char_length(purpose) BETWEEN 4 AND 200),
    asked_at     timestamptz NOT NULL,
    stage        text NOT NULL CHECK (stage IN ('WAITING', 'RUNNING', 'READY', 'FAILED', 'GONE')),
    epoch        integer NOT NULL DEFAULT 0 CHECK (epoch >= 0),
    beat         timestamptz,
    rows_total   bigint NOT NULL CHECK (rows_total >= 0),
    rows_done    bigint NOT NULL DEFAULT 0 CHECK (rows_done >= 0),
    sha256       text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    ready_at     timestamptz,
    gone_after   timestamptz,
    ledger_index bigint UNIQUE CHECK (ledger_index >= 0),
    CHECK ((stage IN ('READY', 'GONE'))
        = (sha256 IS NOT NULL AND gone_after IS NOT NULL AND ledger_index IS NOT NULL))
);
CREATE INDEX job_open ON export.job (asked_at) WHERE stage IN ('WAITING', 'RUNNING');
CREATE INDEX job_of_officer ON export.job (officer, asked_at);
CREATE INDEX job_of_province ON export.job (province, asked_at DESC);

-- Who took the file. Only ever added to.
CREATE TABLE export.download (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job     uuid NOT NULL REFERENCES export.job,
    officer uuid NOT NULL,
    at      timestamptz NOT NULL
);
CREATE INDEX download_of_job ON export.download (job);

CREATE FUNCTION export.is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was exported stays on record';
END $$;
CREATE TRIGGER job_is_kept BEFORE DELETE ON export.job
    FOR EACH ROW EXECUTE FUNCTION export.is_kept();
CREATE TRIGGER download_is_kept BEFORE UPDATE OR DELETE ON export.download
    FOR EACH ROW EXECUTE FUNCTION export.is_kept();
