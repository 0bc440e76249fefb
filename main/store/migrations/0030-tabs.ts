/** The services that are open per account, and what pages were allowed. */
export const sql = `
CREATE TABLE tabs (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  service_id TEXT,
  -- Where it began.
  start TEXT NOT NULL,
  -- Where it is.
  address TEXT NOT NULL,
  title TEXT NOT NULL,
  -- JSON: entries and index, null until it has been somewhere.
  history TEXT,
  -- In percent.
  zoom INTEGER NOT NULL,
  last_shown_at TEXT
) STRICT;
CREATE INDEX tabs_account ON tabs (account_id, position);

-- An account without a row here shows its dashboard.
CREATE TABLE shown_tabs (
  account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  tab_id TEXT NOT NULL UNIQUE REFERENCES tabs (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE site_answers (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  origin TEXT NOT NULL,
  permission TEXT NOT NULL,
  allowed INTEGER NOT NULL CHECK (allowed IN (0, 1)),
  PRIMARY KEY (account_id, origin, permission)
) STRICT, WITHOUT ROWID;
`;
