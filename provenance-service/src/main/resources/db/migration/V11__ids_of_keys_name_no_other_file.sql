-- The id of a key is the name of its file: a row must not name a file elsewhere.
ALTER TABLE subject_key ADD CHECK (key_id ~ '^[0-9a-f]{32}$');
ALTER TABLE disclosure ADD CHECK (key_id ~ '^[0-9a-f]{32}$');
ALTER TABLE key_to_destroy ADD CHECK (key_id ~ '^[0-9a-f]{32}$');
