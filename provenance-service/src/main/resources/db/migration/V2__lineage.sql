-- What is known, row by row, each with the ledger position of the event that said it. Nothing is
-- updated or deleted: the state at any position is the newest row before it.

CREATE TABLE lineage_node (
  title_id   text   NOT NULL,
  id         text   NOT NULL,
  position   bigint NOT NULL,
  kind       text   NOT NULL,
  event_id   uuid   NOT NULL,
  attributes jsonb  NOT NULL,
  PRIMARY KEY (title_id, id, position)
);

-- from what was made to what it was made from, so that 'up' is towards the sources
CREATE TABLE lineage_edge (
  title_id text   NOT NULL,
  from_id  text   NOT NULL,
  to_id    text   NOT NULL,
  relation text   NOT NULL,
  position bigint NOT NULL,
  event_id uuid   NOT NULL,
  PRIMARY KEY (title_id, from_id, to_id, relation, event_id)
);
CREATE INDEX lineage_edge_down ON lineage_edge (title_id, to_id, from_id);

CREATE TABLE asset_version (
  title_id      text        NOT NULL,
  asset         text        NOT NULL,
  version       text        NOT NULL,
  position      bigint      NOT NULL,
  event_id      uuid        NOT NULL,
  at            timestamptz NOT NULL,
  registered_by text        NOT NULL,
  media_type    text,
  sha256        text,
  c4            text,
  size          bigint,
  contribution  text        NOT NULL,
  use_id        text,
  use_version   int,
  tool          text,
  model         text,
  media_use     text,
  persons       text[]      NOT NULL,
  consents      uuid[]      NOT NULL,
  PRIMARY KEY (title_id, asset, version)
);
CREATE INDEX asset_version_sha256 ON asset_version (title_id, sha256);
CREATE INDEX asset_version_c4 ON asset_version (title_id, c4);
CREATE INDEX asset_version_event ON asset_version (title_id, event_id);
CREATE INDEX asset_version_position ON asset_version (title_id, position);

CREATE TABLE asset_input (
  title_id      text   NOT NULL,
  asset         text   NOT NULL,
  version       text   NOT NULL,
  n             int    NOT NULL,
  position      bigint NOT NULL,
  input_asset   text,
  input_version text,
  sha256        text,
  source        text,
  PRIMARY KEY (title_id, asset, version, n)
);

CREATE TABLE asset_withdrawal (
  title_id text   NOT NULL,
  asset    text   NOT NULL,
  version  text   NOT NULL,
  position bigint NOT NULL,
  reason   text,
  PRIMARY KEY (title_id, asset, version, position)
);

-- subject: asset/<asset>/<version> or use/<use>/<version>
CREATE TABLE classification (
  title_id         text   NOT NULL,
  position         bigint NOT NULL,
  subject          text   NOT NULL,
  event_id         uuid   NOT NULL,
  tier             text   NOT NULL,
  media_use        text,
  facts_sha256     text   NOT NULL,
  required_actions text[] NOT NULL,
  rules            text[] NOT NULL,
  policy_pack      text   NOT NULL,
  PRIMARY KEY (title_id, position)
);
CREATE INDEX classification_subject ON classification (title_id, subject, position);

CREATE TABLE review_state (
  title_id     text   NOT NULL,
  position     bigint NOT NULL,
  review       uuid   NOT NULL,
  subject      text   NOT NULL,
  status       text   NOT NULL,
  open_actions text[] NOT NULL,
  PRIMARY KEY (title_id, position)
);
CREATE INDEX review_state_subject ON review_state (title_id, subject, position);

CREATE TABLE approval_state (
  title_id     text   NOT NULL,
  position     bigint NOT NULL,
  approval     uuid   NOT NULL,
  subject      text   NOT NULL,
  use_id       text,
  status       text   NOT NULL,
  scope        text,
  facts_sha256 text,
  valid_until  timestamptz,
  decided_by   text   NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (title_id, position)
);
CREATE INDEX approval_state_subject ON approval_state (title_id, subject, position);
CREATE INDEX approval_state_use ON approval_state (title_id, use_id, position);
CREATE INDEX approval_state_approval ON approval_state (title_id, approval, position);

CREATE TABLE consent_state (
  title_id   text   NOT NULL,
  position   bigint NOT NULL,
  consent    uuid   NOT NULL,
  status     text   NOT NULL,
  type       text,
  person     text   NOT NULL,
  valid_from date,
  valid_to   date,
  PRIMARY KEY (title_id, position)
);
CREATE INDEX consent_state_consent ON consent_state (title_id, consent, position);

-- the values behind the digests of events: encrypted, erasable
CREATE TABLE disclosure (
  title_id text  NOT NULL,
  event_id uuid  NOT NULL,
  digest   text  NOT NULL,
  sealed   bytea NOT NULL,
  -- keyed digest of a file name, to find a version by its exact file name without keeping the name
  file_key text,
  PRIMARY KEY (title_id, event_id, digest)
);
CREATE INDEX disclosure_file_key ON disclosure (title_id, file_key) WHERE file_key IS NOT NULL;
