CREATE SCHEMA database;

-- One row: which environment this database belongs to, for ever.
CREATE TABLE database.environment (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    name     text NOT NULL CHECK (name ~ '^[a-z][a-z0-9-]{1,15}$')
);
