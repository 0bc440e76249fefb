import * as z from 'zod';
import { AccountId } from '../../shared/domain/account.ts';
import { BrowserName } from '../../shared/domain/browser.ts';
import type { ReadDb, WriteTx } from './database.ts';

const Row = z.object({ accountId: AccountId, browser: BrowserName });

/** The browser that an account's services open in. */
export type BrowserChoice = z.infer<typeof Row>;

/** The choices of all accounts that have made one. */
export function listBrowserChoices(db: ReadDb): BrowserChoice[] {
  const rows = db.query('SELECT account_id AS accountId, browser FROM browser_choices').all();
  return rows.map((row) => Row.parse(row));
}

/** The browser of one account; null where its services open in Switchboard. */
export function findBrowserChoice(db: ReadDb, account: AccountId): BrowserName | null {
  const row = db
    .query('SELECT account_id AS accountId, browser FROM browser_choices WHERE account_id = ?')
    .get(account);
  return row === undefined ? null : Row.parse(row).browser;
}

/** Keeps the browser of an account; null lets its services open in Switchboard. */
export function setBrowserChoice(tx: WriteTx, account: AccountId, browser: BrowserName | null): void {
  if (browser === null) {
    tx.command('DELETE FROM browser_choices WHERE account_id = ?').run(account);
    return;
  }
  tx.command(
    `INSERT INTO browser_choices (account_id, browser) VALUES (?, ?)
     ON CONFLICT (account_id) DO UPDATE SET browser = excluded.browser`,
  ).run(account, browser);
}
