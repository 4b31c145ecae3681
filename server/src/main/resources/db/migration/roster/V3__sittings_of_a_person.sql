-- The sittings of one person across sessions: late rounds. A file's partition is indexed when it is
-- attached. The digest is keyed and evenly spread, so equality is all that is ever asked.
CREATE INDEX entry_by_person ON roster.entry USING hash (person);
