/** When single accounts may show notifications. */
export const sql = `
CREATE TABLE notification_settings (
  account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  quiet TEXT NOT NULL CHECK (quiet IN ('general', 'none', 'own')),
  quiet_from TEXT,
  quiet_until TEXT,
  CHECK ((quiet = 'own') = (quiet_from IS NOT NULL)),
  CHECK ((quiet = 'own') = (quiet_until IS NOT NULL))
) STRICT;
`;
