-- The triggers refuse every change of the past whoever asks; the service does not even have the right
-- to try. It owns the tables, so it could give it back to itself: that needs a statement, not a slip.
REVOKE UPDATE, DELETE, TRUNCATE ON log_entry FROM CURRENT_USER;
REVOKE UPDATE, DELETE, TRUNCATE ON log_frozen FROM CURRENT_USER;
REVOKE DELETE, TRUNCATE ON log_tile FROM CURRENT_USER;
REVOKE DELETE, TRUNCATE ON log_state FROM CURRENT_USER;
