-- A correction may change ground and place; the receipt proves what the submission said. What it said
-- is kept when a correction changes it for the first time.
ALTER TABLE declaration.declaration
    ADD COLUMN arrived_ground text CHECK (arrived_ground IN ('REGISTERED', 'HOUSEHOLD', 'WORKS')),
    ADD COLUMN arrived_place text CHECK (arrived_place ~ '^[1-9][0-9]{5}$');

CREATE FUNCTION declaration.keeps_what_arrived() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    new.arrived_ground := old.arrived_ground;
    new.arrived_place := old.arrived_place;
    IF old.arrived_ground IS NULL AND (old.ground, old.place) <> (new.ground, new.place) THEN
        new.arrived_ground := old.ground;
        new.arrived_place := old.place;
    END IF;
    RETURN new;
END $$;

CREATE TRIGGER declaration_keeps_what_arrived BEFORE UPDATE ON declaration.declaration
    FOR EACH ROW EXECUTE FUNCTION declaration.keeps_what_arrived();
