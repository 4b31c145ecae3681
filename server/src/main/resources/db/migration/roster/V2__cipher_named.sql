-- A sealed number now starts with one byte that names its cipher and key version: 0x11 is
-- AES-256-GCM under the first key, as everything until here was. Nothing else of a row changes.
ALTER TABLE roster.entry DISABLE TRIGGER entry_never_changed;
UPDATE roster.entry SET sealed = '\x11'::bytea || sealed;
ALTER TABLE roster.entry ENABLE TRIGGER entry_never_changed;
