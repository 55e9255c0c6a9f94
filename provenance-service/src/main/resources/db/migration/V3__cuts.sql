-- Cuts as they were imported. What an element shows is not stored: assets may be registered after
-- the cut, so it is matched whenever it is asked.

CREATE TABLE cut (
  title_id        text        NOT NULL,
  id              text        NOT NULL,
  name            text        NOT NULL,
  format          text        NOT NULL,
  -- frames per second, exact: 24 or 24000/1001
  rate            text        NOT NULL,
  -- exact seconds
  start_at        text        NOT NULL,
  duration        text        NOT NULL,
  file_sha256     text        NOT NULL,
  elements_sha256 text        NOT NULL,
  elements        int         NOT NULL,
  tracks          jsonb       NOT NULL,
  warnings        jsonb       NOT NULL,
  event_id        uuid        NOT NULL,
  at              timestamptz NOT NULL,
  imported_by     text        NOT NULL,
  PRIMARY KEY (title_id, id),
  -- the same file under the same name is the same cut
  UNIQUE (title_id, name, file_sha256, rate)
);

CREATE TABLE cut_element (
  title_id   text    NOT NULL,
  cut        text    NOT NULL,
  idx        int     NOT NULL,
  track      int     NOT NULL,
  kind       text    NOT NULL,
  name       text    NOT NULL,
  -- whole frames at the rate of the cut; out is exclusive
  record_in  bigint  NOT NULL,
  record_out bigint  NOT NULL,
  enabled    boolean NOT NULL,
  -- the element as the digest of the import event covers it: exact times, media, identifiers
  document   jsonb   NOT NULL,
  PRIMARY KEY (title_id, cut, idx),
  FOREIGN KEY (title_id, cut) REFERENCES cut (title_id, id)
);

-- at most one for each cut; a lock is never taken back
CREATE TABLE cut_lock (
  title_id    text        NOT NULL,
  cut         text        NOT NULL,
  verdict     text        NOT NULL,
  -- the verdict is that of the ledger at this size
  ledger_size bigint      NOT NULL,
  event_id    uuid        NOT NULL,
  at          timestamptz NOT NULL,
  locked_by   text        NOT NULL,
  PRIMARY KEY (title_id, cut),
  FOREIGN KEY (title_id, cut) REFERENCES cut (title_id, id)
);
