/** Activity that is read: why something was refused, whether an entry was about an account, and the ways to find entries. */
export const sql = `
ALTER TABLE activity ADD COLUMN detail TEXT;
ALTER TABLE activity ADD COLUMN had_account INTEGER NOT NULL DEFAULT 0 CHECK (had_account IN (0, 1));
UPDATE activity SET had_account = 1 WHERE event <> 'challenge-locked';
CREATE INDEX activity_time ON activity (at);
CREATE INDEX activity_event ON activity (event);
CREATE INDEX activity_account_event ON activity (account_id, event);
`;
