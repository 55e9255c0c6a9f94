CREATE TABLE title (
  id          text        PRIMARY KEY,
  name        text        NOT NULL,
  policy_pack text        NOT NULL,
  event_id    uuid        NOT NULL,
  opened_by   text        NOT NULL,
  opened_at   timestamptz NOT NULL
);

CREATE TABLE tool (
  id         text        PRIMARY KEY,
  name       text        NOT NULL,
  vendor     text,
  kind       text,
  homepage   text,
  event_id   uuid        NOT NULL,
  changed_by text        NOT NULL,
  changed_at timestamptz NOT NULL
);

-- dated copies of a tool's terms, never changed; of two with one date the later recorded holds
CREATE TABLE tool_terms (
  id                   uuid        PRIMARY KEY,
  tool_id              text        NOT NULL REFERENCES tool,
  effective_from       timestamptz NOT NULL,
  stores_or_trains     text        NOT NULL CHECK (stores_or_trains IN ('yes', 'no', 'unsure')),
  enterprise_agreement text        NOT NULL CHECK (enterprise_agreement IN ('yes', 'no', 'unsure')),
  licence_tier         text,
  document_sha256      text,
  note                 text,
  event_id             uuid        NOT NULL,
  recorded_by          text        NOT NULL,
  recorded_at          timestamptz NOT NULL
);
CREATE INDEX tool_terms_in_force ON tool_terms (tool_id, effective_from DESC, id DESC);

-- every version of a reported use, never changed; stated = as reported, facts = after the terms
CREATE TABLE use_version (
  title_id    text        NOT NULL REFERENCES title,
  use_id      text        NOT NULL,
  version     integer     NOT NULL CHECK (version > 0),
  description text,
  tool_id     text        REFERENCES tool,
  stated      text        NOT NULL,
  facts       text        NOT NULL,
  terms_id    uuid        REFERENCES tool_terms,
  conflicts   text        NOT NULL,
  event_id    uuid        NOT NULL,
  reported_by text        NOT NULL,
  reported_at timestamptz NOT NULL,
  PRIMARY KEY (title_id, use_id, version)
);

-- the names under which senders repeat a report
CREATE TABLE use_submission (
  title_id text    NOT NULL,
  key      text    NOT NULL,
  use_id   text    NOT NULL,
  version  integer NOT NULL,
  PRIMARY KEY (title_id, key),
  FOREIGN KEY (title_id, use_id, version) REFERENCES use_version
);

-- accepted registrations: fingerprints of what was sent, never the content, which may be personal
CREATE TABLE asset_version (
  title_id      text        NOT NULL,
  asset         text        NOT NULL,
  version       text        NOT NULL,
  event_id      uuid        NOT NULL,
  fingerprint   text        NOT NULL,
  registered_by text        NOT NULL,
  registered_at timestamptz NOT NULL,
  PRIMARY KEY (title_id, asset, version)
) PARTITION BY HASH (title_id);

-- the names under which senders repeat a registration
CREATE TABLE submission (
  title_id text NOT NULL,
  key      text NOT NULL,
  asset    text NOT NULL,
  version  text NOT NULL,
  PRIMARY KEY (title_id, key)
) PARTITION BY HASH (title_id);

CREATE TABLE asset_withdrawal (
  title_id     text        NOT NULL,
  asset        text        NOT NULL,
  version      text        NOT NULL,
  reason       text        NOT NULL,
  event_id     uuid        NOT NULL,
  withdrawn_by text        NOT NULL,
  withdrawn_at timestamptz NOT NULL,
  PRIMARY KEY (title_id, asset, version)
);

DO $$
BEGIN
  FOR part IN 0..7 LOOP
    EXECUTE format(
      'CREATE TABLE asset_version_%s PARTITION OF asset_version FOR VALUES WITH (MODULUS 8, REMAINDER %s)',
      part, part);
    EXECUTE format(
      'CREATE TABLE submission_%s PARTITION OF submission FOR VALUES WITH (MODULUS 8, REMAINDER %s)',
      part, part);
  END LOOP;
END $$;
