-- The second engine, step 1: what a line is counted from. Any number of rosters at once, each with a
-- rule of its own; nothing outlives the transaction. Marks are in half points.

SET LOCAL client_min_messages = warning;
SET LOCAL jit = off;
SET LOCAL work_mem = '64MB';

DROP TABLE IF EXISTS pg_temp.setting, pg_temp.line_area, pg_temp.exam_order, pg_temp.examinee,
    pg_temp.sheet, pg_temp.pool_sheet, pg_temp.measured_key, pg_temp.uniform_mark,
    pg_temp.total_mark, pg_temp.vector, pg_temp.lawful_uniform, pg_temp.lawful_total,
    pg_temp.lawful_vector, pg_temp.failing_vector, pg_temp.found, pg_temp.outcome;

CREATE TEMPORARY TABLE setting (
    roster   integer PRIMARY KEY,
    session  text NOT NULL,
    key      text NOT NULL CHECK (key IN ('level', 'session', 'qualification')),
    shape    text NOT NULL CHECK (shape IN ('uniform', 'perSubject', 'totalAndFloor')),
    national integer NOT NULL,
    step     integer NOT NULL CHECK (step IN (1, 2)),
    lowest   integer NOT NULL CHECK (lowest >= 0),
    floor    integer,
    sat      text NOT NULL CHECK (sat IN ('any', 'all', 'registered')),
    pool     text NOT NULL CHECK (pool IN ('registered', 'declared', 'both')),
    CHECK (lowest < national AND (national - lowest) % step = 0),
    CHECK ((shape = 'totalAndFloor') = (floor IS NOT NULL)),
    CHECK (floor >= lowest AND floor < national AND (floor - lowest) % step = 0)
) ON COMMIT DROP;

CREATE TEMPORARY TABLE line_area (
    roster   integer NOT NULL,
    division text NOT NULL,
    PRIMARY KEY (roster, division)
) ON COMMIT DROP;

-- The qualifications in the exam's own order, in which their keys are written.
CREATE TEMPORARY TABLE exam_order (
    roster        integer NOT NULL,
    qualification text NOT NULL,
    place         integer NOT NULL,
    PRIMARY KEY (roster, qualification)
) ON COMMIT DROP;

-- A mark is NULL where the subject was absent or there is no such subject, -1 where it was voided.
CREATE TEMPORARY TABLE examinee (
    roster        integer NOT NULL,
    division      text NOT NULL,
    qualification text NOT NULL,
    level         text NOT NULL,
    full_mark     integer NOT NULL,
    subjects      smallint NOT NULL CHECK (subjects BETWEEN 1 AND 3),
    mark_1        smallint,
    mark_2        smallint CHECK (mark_2 IS NULL OR subjects >= 2),
    mark_3        smallint CHECK (mark_3 IS NULL OR subjects >= 3),
    voided        boolean NOT NULL,
    declared      boolean NOT NULL
) ON COMMIT DROP;
