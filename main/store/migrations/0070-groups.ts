/** Groups of accounts, and the accounts of an imported list that still need their proof. */
export const sql = `
CREATE TABLE groups (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  color INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE group_members (
  account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  group_id TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX group_members_group ON group_members (group_id);

CREATE TABLE pending_links (
  id TEXT PRIMARY KEY,
  identifier TEXT NOT NULL UNIQUE,
  identifier_kind TEXT NOT NULL CHECK (identifier_kind IN ('email', 'phone')),
  address TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('personal', 'work', 'unknown')),
  name TEXT NOT NULL,
  group_name TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;
`;
