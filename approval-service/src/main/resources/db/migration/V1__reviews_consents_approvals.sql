-- titles something was said about; the row is the lock of the title and numbers what is said
CREATE TABLE title (
  id   text   PRIMARY KEY,
  said bigint NOT NULL
);

-- every event of this service, numbered without gaps within its title
CREATE TABLE said (
  title_id  text   NOT NULL,
  position  bigint NOT NULL,
  event_id  uuid   NOT NULL UNIQUE,
  type      text   NOT NULL,
  review_id uuid,
  value     bytea  NOT NULL,
  PRIMARY KEY (title_id, position)
);
CREATE INDEX said_of_review ON said (review_id, position) WHERE review_id IS NOT NULL;

-- about: what was classified, as JSON; actions: with their evidence, as JSON;
-- open_actions and consents repeat what queries need of them
CREATE TABLE review (
  id              uuid        PRIMARY KEY,
  title_id        text        NOT NULL,
  asset           text,
  asset_version   text,
  use_id          text,
  tier            text        NOT NULL,
  facts_sha256    text        NOT NULL,
  opened_at       timestamptz NOT NULL,
  status          text        NOT NULL,
  statement       text,
  statement_by    text,
  statement_at    timestamptz,
  approval_id     uuid,
  superseded_by   uuid,
  about           text        NOT NULL,
  actions         text        NOT NULL,
  open_actions    varchar[]   NOT NULL,
  consents        uuid[]      NOT NULL
);
CREATE INDEX review_in_order ON review (title_id, opened_at, id);
CREATE INDEX review_of_asset ON review (title_id, asset, asset_version);
CREATE INDEX review_of_use ON review (title_id, use_id, facts_sha256);
CREATE INDEX review_of_approval ON review (approval_id);
CREATE INDEX review_of_consent ON review USING gin (consents);

CREATE TABLE approval (
  id             uuid        PRIMARY KEY,
  review_id      uuid        NOT NULL,
  title_id       text        NOT NULL,
  asset          text,
  asset_version  text,
  use_id         text,
  use_version    integer,
  scope          text        NOT NULL,
  facts_sha256   text        NOT NULL,
  tool           text,
  statement      text        NOT NULL,
  decided_by     text        NOT NULL,
  decided_at     timestamptz NOT NULL,
  conditions     text        NOT NULL,
  conditions_met boolean     NOT NULL,
  valid_until    timestamptz,
  revoked_by     text,
  revoked_at     timestamptz,
  revoked_reason text
);
CREATE INDEX approval_of_use ON approval (title_id, use_id, facts_sha256);

-- person and signer are pseudonyms of the title; names are kept elsewhere, encrypted
CREATE TABLE consent (
  id                 uuid        PRIMARY KEY,
  title_id           text        NOT NULL,
  type               text        NOT NULL,
  person             text        NOT NULL,
  signer             text        NOT NULL,
  signer_role        text        NOT NULL,
  authority_on_file  boolean     NOT NULL,
  form               text        NOT NULL,
  production         text        NOT NULL,
  uses               text        NOT NULL,
  use_description    text,
  valid_from         date        NOT NULL,
  valid_to           date,
  document_sha256    text,
  person_is_minor    boolean     NOT NULL,
  person_is_deceased boolean     NOT NULL,
  recorded_by        text        NOT NULL,
  recorded_at        timestamptz NOT NULL,
  revoked_by         text,
  revoked_at         timestamptz,
  revoked_reason     text
);
CREATE INDEX consent_in_order ON consent (title_id, id);
CREATE INDEX consent_of_person ON consent (title_id, person);
