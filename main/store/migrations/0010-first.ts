/** The first schema. Steps are frozen: they import nothing, and no later change edits them. */
export const sql = `
CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  identifier TEXT NOT NULL,
  identifier_kind TEXT NOT NULL CHECK (identifier_kind IN ('email', 'phone')),
  address TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('personal', 'work', 'unknown')),
  name TEXT NOT NULL,
  color INTEGER NOT NULL,
  position INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  last_used_at TEXT,
  removed_at TEXT,
  undo_until TEXT,
  digest BLOB
) STRICT;
CREATE UNIQUE INDEX accounts_identifier ON accounts (identifier) WHERE removed_at IS NULL;
CREATE INDEX accounts_position ON accounts (position);

CREATE TABLE challenges (
  id TEXT PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('sign-in', 'link')),
  identifier TEXT NOT NULL,
  identifier_kind TEXT NOT NULL CHECK (identifier_kind IN ('email', 'phone')),
  address TEXT NOT NULL,
  carrier TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('sending', 'waiting', 'send-failed', 'verified', 'locked', 'expired', 'cancelled')),
  failure TEXT,
  unsure INTEGER NOT NULL CHECK (unsure IN (0, 1)),
  code_hash BLOB,
  send_number INTEGER NOT NULL,
  tries_left INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  expires_trusted INTEGER NOT NULL,
  closed_at TEXT,
  CHECK ((closed_at IS NULL) = (state IN ('sending', 'waiting', 'send-failed'))),
  CHECK (closed_at IS NULL OR code_hash IS NULL)
) STRICT;
CREATE UNIQUE INDEX challenges_open ON challenges (identifier) WHERE closed_at IS NULL;

CREATE TABLE superseded_codes (
  challenge_id TEXT NOT NULL REFERENCES challenges (id) ON DELETE CASCADE,
  code_hash BLOB NOT NULL
) STRICT;
CREATE INDEX superseded_codes_challenge ON superseded_codes (challenge_id);

CREATE TABLE proofs (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  method TEXT NOT NULL,
  carrier TEXT NOT NULL,
  -- No reference: challenges are deleted, and nothing but its own writer may change a row that carries a digest.
  challenge_id TEXT,
  proven_at TEXT NOT NULL,
  digest BLOB
) STRICT;
CREATE INDEX proofs_account ON proofs (account_id);
CREATE INDEX proofs_challenge ON proofs (challenge_id);

CREATE TABLE sends (
  id INTEGER PRIMARY KEY,
  identifier_tag BLOB NOT NULL,
  sent_at INTEGER NOT NULL,
  abroad INTEGER NOT NULL CHECK (abroad IN (0, 1))
) STRICT;
CREATE INDEX sends_time ON sends (sent_at);

CREATE TABLE failures (
  id INTEGER PRIMARY KEY,
  identifier_tag BLOB NOT NULL,
  failed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX failures_time ON failures (failed_at);

CREATE TABLE failure_runs (
  identifier_tag BLOB PRIMARY KEY,
  in_a_row INTEGER NOT NULL
) STRICT;

CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  event TEXT NOT NULL,
  account_id TEXT REFERENCES accounts (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX activity_account ON activity (account_id);

CREATE TABLE app_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL,
  primary_id TEXT REFERENCES accounts (id),
  active_id TEXT REFERENCES accounts (id),
  trusted_time INTEGER NOT NULL,
  digest BLOB,
  CHECK ((primary_id IS NULL) = (active_id IS NULL))
) STRICT;
INSERT INTO app_state (id, revision, trusted_time) VALUES (1, 0, 0);
`;
