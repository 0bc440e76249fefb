/** Which account opens which links. */
export const sql = `
CREATE TABLE link_rules (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  pattern TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX link_rules_account ON link_rules (account_id);
`;
