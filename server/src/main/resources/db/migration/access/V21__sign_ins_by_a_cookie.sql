-- A sign-in is found by its own cookie: token is a keyed digest of it, so that neither a copy of
-- this table nor somebody who writes into it signs anybody in. Sign-ins from before have none; they
-- could never be found again, so they end here.
ALTER TABLE access.sign_in ADD COLUMN token bytea UNIQUE CHECK (octet_length(token) = 32);
UPDATE access.sign_in SET ended_at = greatest(began_at, clock_timestamp()) WHERE ended_at IS NULL;
ALTER TABLE access.sign_in ADD CHECK (token IS NOT NULL OR ended_at IS NOT NULL);
