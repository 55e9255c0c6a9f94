-- events on their way to Kafka, in order of position; deleted once the broker has acknowledged them
CREATE TABLE outbox (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id       uuid  NOT NULL,
  topic    text  NOT NULL,
  key      text  NOT NULL,
  value    bytea NOT NULL
);

-- for those who wait until theirs is gone
CREATE INDEX outbox_id ON outbox (id);

-- events handled, with the digest of their bytes: a repeat changes nothing, other content is refused
CREATE TABLE inbox (
  event_id uuid  PRIMARY KEY,
  sha256   bytea NOT NULL
);

-- events that can never succeed, for a person to see and replay
CREATE TABLE dead_letter (
  topic         text        NOT NULL,
  partition     integer     NOT NULL,
  record_offset bigint      NOT NULL,
  key           text,
  value         bytea,
  headers       text        NOT NULL,
  reason        text        NOT NULL,
  at            timestamptz NOT NULL,
  PRIMARY KEY (topic, partition, record_offset)
);
