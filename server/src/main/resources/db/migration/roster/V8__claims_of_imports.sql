-- Each claim of an upload has a number: who works under an older one writes nothing any more.
ALTER TABLE roster.upload ADD COLUMN epoch integer NOT NULL DEFAULT 0 CHECK (epoch >= 0);
