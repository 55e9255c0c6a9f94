-- every pack a title was moved to, never changed; title.policy_pack is the one it was opened under
CREATE TABLE title_policy_pack (
  title_id    text        NOT NULL REFERENCES title,
  move        integer     NOT NULL CHECK (move > 0),
  policy_pack text        NOT NULL,
  event_id    uuid        NOT NULL,
  changed_by  text        NOT NULL,
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (title_id, move)
);

-- until now a title named the id alone, and no pack had another version than this
UPDATE title SET policy_pack = policy_pack || '@1.0.0' WHERE position('@' IN policy_pack) = 0;
