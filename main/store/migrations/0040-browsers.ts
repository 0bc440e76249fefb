/** Accounts whose services open in a real browser. */
export const sql = `
CREATE TABLE browser_choices (
  account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  browser TEXT NOT NULL
) STRICT;
`;
