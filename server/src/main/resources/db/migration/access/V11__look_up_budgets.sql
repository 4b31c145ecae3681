-- Revealing an identity number is a look of its own, with its reason.
ALTER TABLE access.look_up DROP CONSTRAINT look_up_what_check;
ALTER TABLE access.look_up
    ADD CONSTRAINT look_up_what_check CHECK (what IN
        ('DECLARATION', 'EXPLANATION', 'EVIDENCE', 'CORRECTION', 'IDENTITY')),
    ADD COLUMN reason text NOT NULL DEFAULT '' CHECK (char_length(reason) <= 200),
    ADD CONSTRAINT revealed_with_a_reason CHECK ((what = 'IDENTITY') = (reason <> ''));

-- How many different people an officer looked at on a day (Beijing), and how many numbers were revealed.
CREATE TABLE access.look_day (
    officer    uuid NOT NULL REFERENCES access.officer,
    day        date NOT NULL,
    people     int NOT NULL DEFAULT 0 CHECK (people >= 0),
    identities int NOT NULL DEFAULT 0 CHECK (identities >= 0),
    refused    int NOT NULL DEFAULT 0 CHECK (refused >= 0),
    PRIMARY KEY (officer, day)
);

-- Which people: so that a second look at one is not counted again.
CREATE TABLE access.look_person (
    officer          uuid NOT NULL REFERENCES access.officer,
    day              date NOT NULL,
    session          text NOT NULL,
    admission_number text COLLATE "C" NOT NULL,
    PRIMARY KEY (officer, day, session, admission_number)
);

-- What the security and the audit administrator are told: once a day for each officer and kind.
CREATE TABLE access.look_alarm (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    officer uuid NOT NULL REFERENCES access.officer,
    kind    text NOT NULL CHECK (kind IN
        ('PEOPLE_SPENT', 'IDENTITIES_SPENT', 'UNLIKE_BEFORE', 'SLOW_HARVEST')),
    day     date NOT NULL,
    figure  int NOT NULL,
    bound   int NOT NULL,
    at      timestamptz NOT NULL,
    UNIQUE (officer, kind, day)
);
CREATE INDEX look_alarm_newest ON access.look_alarm (at DESC);

-- A stop that the security administrator lifted: the day's budgets are granted once more.
CREATE TABLE access.look_lift (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    officer      uuid NOT NULL REFERENCES access.officer,
    day          date NOT NULL,
    lifted_by    uuid NOT NULL REFERENCES access.officer CHECK (lifted_by <> officer),
    reason       text NOT NULL CHECK (char_length(reason) BETWEEN 5 AND 200),
    at           timestamptz NOT NULL,
    ledger_index bigint NOT NULL UNIQUE CHECK (ledger_index >= 0)
);
CREATE INDEX look_lift_of_day ON access.look_lift (officer, day);

CREATE TRIGGER look_alarm_is_kept BEFORE UPDATE OR DELETE ON access.look_alarm
    FOR EACH ROW EXECUTE FUNCTION access.look_up_is_kept();
CREATE TRIGGER look_lift_is_kept BEFORE UPDATE OR DELETE ON access.look_lift
    FOR EACH ROW EXECUTE FUNCTION access.look_up_is_kept();

DO $$ DECLARE it text; BEGIN
    FOREACH it IN ARRAY ARRAY['look_day', 'look_person', 'look_alarm', 'look_lift'] LOOP
        EXECUTE format('ALTER TABLE access.%I ENABLE ROW LEVEL SECURITY', it);
        EXECUTE format('CREATE POLICY own_province ON access.%I TO cutscore_province USING (EXISTS ('
            'SELECT 1 FROM access.officer o WHERE o.id = officer'
            ' AND o.province = current_setting(''cutscore.province'', true)))', it);
    END LOOP;
END $$;
