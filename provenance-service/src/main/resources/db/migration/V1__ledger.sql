-- One log per title. The row is the log's lock and its head: whoever appends holds it.
CREATE TABLE log_state (
  title_id   text PRIMARY KEY,
  origin     text        NOT NULL UNIQUE,
  size       bigint      NOT NULL,
  root       bytea       NOT NULL,
  checkpoint text        NOT NULL,
  at         timestamptz NOT NULL
) WITH (fillfactor = 50);

-- The entries, exactly as they came; a bundle of 256 is a range of the primary key.
CREATE TABLE log_entry (
  title_id  text        NOT NULL,
  idx       bigint      NOT NULL,
  event_id  uuid        NOT NULL,
  leaf_hash bytea       NOT NULL,
  data      bytea       NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (title_id, idx),
  UNIQUE (title_id, event_id)
);

-- The tiles. A row grows by 32 bytes a hash up to 8,192; every partial width is a prefix of it.
CREATE TABLE log_tile (
  title_id text     NOT NULL,
  level    smallint NOT NULL,
  n        bigint   NOT NULL,
  hashes   bytea    NOT NULL,
  PRIMARY KEY (title_id, level, n)
) WITH (fillfactor = 70);

-- The past does not change, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only: % on % refused', TG_OP, TG_TABLE_NAME;
END $$;

CREATE TRIGGER log_entry_is_append_only BEFORE UPDATE OR DELETE ON log_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_entry_is_never_truncated BEFORE TRUNCATE ON log_entry
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_tile_is_never_deleted BEFORE DELETE ON log_tile
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_tile_is_never_truncated BEFORE TRUNCATE ON log_tile
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_state_is_never_deleted BEFORE DELETE ON log_state
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_state_is_never_truncated BEFORE TRUNCATE ON log_state
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION tile_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF octet_length(NEW.hashes) < octet_length(OLD.hashes)
     OR substring(NEW.hashes for octet_length(OLD.hashes)) <> OLD.hashes THEN
    RAISE EXCEPTION 'a tile only grows: level %, index %', OLD.level, OLD.n;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER log_tile_only_grows BEFORE UPDATE ON log_tile
  FOR EACH ROW EXECUTE FUNCTION tile_only_grows();

CREATE FUNCTION log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.size <= OLD.size OR NEW.origin <> OLD.origin THEN
    RAISE EXCEPTION 'a log only grows: % from % to %', OLD.title_id, OLD.size, NEW.size;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER log_state_only_grows BEFORE UPDATE ON log_state
  FOR EACH ROW EXECUTE FUNCTION log_only_grows();
