-- The triggers refuse every change of the past whoever asks; the service does not even have the right
-- to try. It owns the tables, so it could give it back to itself: that needs a statement, not a slip.
REVOKE UPDATE, DELETE, TRUNCATE ON log_entry FROM CURRENT_USER;
REVOKE UPDATE, DELETE, TRUNCATE ON log_frozen FROM CURRENT_USER;
REVOKE DELETE, TRUNCATE ON log_tile FROM CURRENT_USER;
REVOKE DELETE, TRUNCATE ON log_state FROM CURRENT_USER;
REVOKE UPDATE, DELETE, TRUNCATE ON log_anchor FROM CURRENT_USER;

-- As before; and a log in which there never was an entry may take another name: a restored backup can
-- have a log of a title still empty whose name was used since.
CREATE OR REPLACE FUNCTION log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.generation = OLD.generation AND NEW.first = OLD.first AND NEW.origin = OLD.origin
     AND NEW.verifier_key = OLD.verifier_key AND NEW.size > OLD.size THEN
    RETURN NEW;
  END IF;
  IF NEW.generation = OLD.generation AND NEW.first = OLD.first AND NEW.origin <> OLD.origin
     AND OLD.size = 0 AND NEW.size = 0 THEN
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
