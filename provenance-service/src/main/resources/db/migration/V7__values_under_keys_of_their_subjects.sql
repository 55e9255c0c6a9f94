-- Values rest under a key of their subject, and the keys lie outside the database: who has this
-- database, a backup of it or its write-ahead log alone can open nothing, and what was sealed under a
-- destroyed key nobody can open. What rested here before comes again from the topic, which has
-- everything that was not erased.
DROP TABLE disclosure;

CREATE TABLE subject_key (
  title_id text NOT NULL,
  -- the pseudonym of a person in the title, or one of the keys that all other values share
  subject  text NOT NULL,
  -- the name of a file
  key_id   text NOT NULL UNIQUE,
  PRIMARY KEY (title_id, subject)
);

CREATE TABLE disclosure (
  title_id text  NOT NULL,
  event_id uuid  NOT NULL,
  digest   text  NOT NULL,
  subject  text  NOT NULL,
  key_id   text  NOT NULL,
  sealed   bytea NOT NULL,
  -- keyed digest of a file name, to find a version by its exact file name without keeping the name
  file_key text,
  -- by event first: the record that erases a value names no title
  PRIMARY KEY (event_id, digest, title_id)
);
CREATE INDEX disclosure_file_key ON disclosure (title_id, file_key) WHERE file_key IS NOT NULL;
CREATE INDEX disclosure_subject ON disclosure (title_id, subject);
CREATE INDEX disclosure_key ON disclosure (key_id);

-- what was asked for, so that what is still on its way when it is asked does not escape
CREATE TABLE erasure (
  id       uuid        PRIMARY KEY,
  title_id text        NOT NULL,
  at       timestamptz NOT NULL,
  ground   text        NOT NULL,
  asked_by text        NOT NULL,
  -- a pseudonym, or else an event and, unless all of it, the names of its values
  person   text,
  event_id uuid,
  names    text[]
);
CREATE INDEX erasure_of_person ON erasure (title_id, person);
CREATE INDEX erasure_of_event ON erasure (title_id, event_id);

-- values that are gone and never come back, however often their record comes again
CREATE TABLE erased_value (
  title_id  text        NOT NULL,
  event_id  uuid        NOT NULL,
  digest    text        NOT NULL,
  name      text        NOT NULL,
  at        timestamptz NOT NULL,
  ground    text        NOT NULL,
  -- the event that says so in the ledger
  redaction uuid        NOT NULL,
  PRIMARY KEY (title_id, event_id, digest)
);

-- what is left to do after an erasure has committed
CREATE TABLE key_to_destroy (
  key_id text PRIMARY KEY
);
CREATE TABLE tombstone_due (
  event_id uuid        NOT NULL,
  digest   text        NOT NULL,
  due      timestamptz NOT NULL,
  PRIMARY KEY (event_id, digest)
);
CREATE INDEX tombstone_due_at ON tombstone_due (due);

-- a record without a value erases its key from a compacted topic
ALTER TABLE outbox ALTER COLUMN value DROP NOT NULL;
