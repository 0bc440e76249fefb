import { migrations, type Migration } from '../../main/store/migrations/index.ts';

/** The app's steps and one more, such as a later version could bring: a column, its data, a table, a rebuilt index. */
export const laterSteps: readonly Migration[] = [
  ...migrations,
  {
    version: 990,
    sql: `
ALTER TABLE accounts ADD COLUMN nickname TEXT;
UPDATE accounts SET nickname = name || '!';
CREATE TABLE notes (id INTEGER PRIMARY KEY, account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE) STRICT;
INSERT INTO notes (account_id) SELECT id FROM accounts;
DROP INDEX accounts_position;
CREATE INDEX accounts_position ON accounts (position, id);
`,
  },
];
