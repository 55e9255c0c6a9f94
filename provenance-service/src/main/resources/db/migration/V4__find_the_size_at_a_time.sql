-- the size of a log at an instant: the newest entry not later than it
CREATE INDEX log_entry_at ON log_entry (title_id, at, idx);
