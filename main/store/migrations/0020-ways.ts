/** Real ways of proving: sign-ins beside codes, how each way is set up, secrets, and what providers say of an account. */
export const sql = `
CREATE TABLE new_challenges (
  id TEXT PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('sign-in', 'link', 'prove-again')),
  identifier TEXT NOT NULL,
  identifier_kind TEXT NOT NULL CHECK (identifier_kind IN ('email', 'phone')),
  address TEXT NOT NULL,
  carrier TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('sending', 'waiting', 'send-failed', 'verified', 'locked', 'expired', 'cancelled')),
  failure TEXT,
  said TEXT,
  unsure INTEGER NOT NULL CHECK (unsure IN (0, 1)),
  delivered INTEGER NOT NULL DEFAULT 0 CHECK (delivered IN (0, 1)),
  retry_at TEXT,
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
INSERT INTO new_challenges (id, purpose, identifier, identifier_kind, address, carrier, state, failure, unsure, code_hash,
    send_number, tries_left, created_at, expires_at, expires_trusted, closed_at)
  SELECT id, purpose, identifier, identifier_kind, address, carrier, state, failure, unsure, code_hash,
    send_number, tries_left, created_at, expires_at, expires_trusted, closed_at FROM challenges;
DROP TABLE challenges;
ALTER TABLE new_challenges RENAME TO challenges;
CREATE UNIQUE INDEX challenges_open ON challenges (identifier) WHERE closed_at IS NULL;

CREATE TABLE new_proofs (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  method TEXT NOT NULL CHECK (method IN ('code', 'sign-in')),
  carrier TEXT,
  -- No reference: challenges are deleted, and nothing but its own writer may change a row that carries a digest.
  challenge_id TEXT,
  issuer TEXT,
  subject TEXT,
  tenant TEXT,
  object_id TEXT,
  proven_at TEXT NOT NULL,
  digest BLOB,
  CHECK ((method = 'code') = (carrier IS NOT NULL)),
  CHECK ((method = 'sign-in') = (issuer IS NOT NULL AND subject IS NOT NULL))
) STRICT;
INSERT INTO new_proofs (id, account_id, method, carrier, challenge_id, proven_at)
  SELECT id, account_id, method, carrier, challenge_id, proven_at FROM proofs;
DROP TABLE proofs;
ALTER TABLE new_proofs RENAME TO proofs;
CREATE INDEX proofs_account ON proofs (account_id);
CREATE INDEX proofs_challenge ON proofs (challenge_id);
CREATE INDEX proofs_subject ON proofs (issuer, subject) WHERE issuer IS NOT NULL;

ALTER TABLE accounts ADD COLUMN sign_in_again INTEGER NOT NULL DEFAULT 0 CHECK (sign_in_again IN (0, 1));
ALTER TABLE sends ADD COLUMN carrier TEXT NOT NULL DEFAULT 'local-mailbox';

CREATE TABLE profiles (
  account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  picture BLOB,
  picture_type TEXT,
  read_at TEXT NOT NULL
) STRICT;

CREATE TABLE ways (
  name TEXT PRIMARY KEY,
  set_up TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE secrets (
  owner TEXT NOT NULL,
  purpose TEXT NOT NULL,
  keeper TEXT NOT NULL CHECK (keeper IN ('key-store', 'passphrase')),
  sealed BLOB NOT NULL,
  PRIMARY KEY (owner, purpose)
) STRICT;
`;
