-- Entries that state a conflict, to be listed. The log is the truth; this only finds them in it.
CREATE TABLE log_conflict (
  title_id         text        NOT NULL,
  position         bigint      NOT NULL,
  id               uuid        NOT NULL,
  at               timestamptz NOT NULL,
  event_id         uuid        NOT NULL,
  later_sha256     text        NOT NULL,
  logged_leaf_hash text,
  topic            text        NOT NULL,
  partition        integer     NOT NULL,
  record_offset    bigint      NOT NULL,
  PRIMARY KEY (title_id, position)
);

-- Hashes cannot be compressed; trying costs, and a prefix of what is not compressed can be read alone.
ALTER TABLE log_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;
