-- All logs that have entries, growing or frozen.
CREATE VIEW log_head AS
  SELECT title_id, generation, first, origin, verifier_key, size, root, checkpoint, at
  FROM log_state WHERE size > 0
  UNION ALL
  SELECT title_id, generation, first, origin, verifier_key, size, root, checkpoint, at
  FROM log_frozen;

-- Which checkpoint of which log the log of logs commits to, and in which entry. The entry itself does
-- not say; whoever may read the title is told.
CREATE TABLE log_anchor (
  title_id   text   NOT NULL,
  generation int    NOT NULL,
  size       bigint NOT NULL,
  checkpoint text   NOT NULL,
  entry_id   uuid   NOT NULL,
  PRIMARY KEY (title_id, generation, size)
);
CREATE TRIGGER log_anchor_is_append_only BEFORE UPDATE OR DELETE ON log_anchor
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_anchor_is_never_truncated BEFORE TRUNCATE ON log_anchor
  EXECUTE FUNCTION refuse_change();

-- Signature lines of witnesses, with the checkpoint that they are on. A checkpoint keeps them until a
-- later one of the same log has enough.
CREATE TABLE log_cosignature (
  title_id   text        NOT NULL,
  generation int         NOT NULL,
  size       bigint      NOT NULL,
  cosigner   text        NOT NULL,
  checkpoint text        NOT NULL,
  line       text        NOT NULL,
  at         timestamptz NOT NULL,
  PRIMARY KEY (title_id, generation, size, cosigner)
);
