-- A title has one log after the other: with a new key a new log begins and the one before is frozen.
-- log_entry.idx counts on through all of them, so it is a position in the title; the place in a log is
-- idx - first.
ALTER TABLE log_state
  ADD COLUMN generation   int    NOT NULL DEFAULT 1,
  ADD COLUMN first        bigint NOT NULL DEFAULT 0,
  -- empty: a log that began before every log had a key of its own
  ADD COLUMN verifier_key text   NOT NULL DEFAULT '';

CREATE TABLE log_frozen (
  title_id     text        NOT NULL,
  generation   int         NOT NULL,
  first        bigint      NOT NULL,
  origin       text        NOT NULL UNIQUE,
  verifier_key text        NOT NULL,
  size         bigint      NOT NULL,
  root         bytea       NOT NULL,
  checkpoint   text        NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (title_id, generation)
);

ALTER TABLE log_tile ADD COLUMN generation int NOT NULL DEFAULT 1;
ALTER TABLE log_tile DROP CONSTRAINT log_tile_pkey;
ALTER TABLE log_tile ADD PRIMARY KEY (title_id, generation, level, n);

CREATE TRIGGER log_frozen_is_frozen BEFORE UPDATE OR DELETE ON log_frozen
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_frozen_is_never_truncated BEFORE TRUNCATE ON log_frozen
  EXECUTE FUNCTION refuse_change();

-- A log grows, or gives way to the next one, which begins empty where it ended, once it is frozen.
CREATE OR REPLACE FUNCTION log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.generation = OLD.generation AND NEW.first = OLD.first AND NEW.origin = OLD.origin
     AND NEW.verifier_key = OLD.verifier_key AND NEW.size > OLD.size THEN
    RETURN NEW;
  END IF;
  IF NEW.generation = OLD.generation + 1 AND NEW.first = OLD.first + OLD.size
     AND NEW.origin <> OLD.origin AND NEW.size = 0
     AND EXISTS (SELECT FROM log_frozen f
                 WHERE f.title_id = OLD.title_id AND f.generation = OLD.generation
                   AND f.size = OLD.size AND f.root = OLD.root) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a log only grows: % from % to %', OLD.title_id, OLD.size, NEW.size;
END $$;
