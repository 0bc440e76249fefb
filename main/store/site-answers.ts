import * as z from 'zod';
import type { AccountId } from '../../shared/domain/account.ts';
import { SitePermission, type SiteAnswer } from '../../shared/domain/tab.ts';
import type { ReadDb, WriteTx } from './database.ts';

const Row = z.object({
  origin: z.string(),
  permission: SitePermission,
  isAllowed: z.int().transform((value) => value === 1),
});
const Allowed = z.object({ allowed: z.int() });

/** What was answered to the pages of an account, by origin. */
export function listSiteAnswers(db: ReadDb, accountId: AccountId): SiteAnswer[] {
  const rows = db
    .query(
      `SELECT origin, permission, allowed AS isAllowed FROM site_answers WHERE account_id = ? ORDER BY origin, permission`,
    )
    .all(accountId);
  return rows.flatMap((row) => Row.safeParse(row).data ?? []);
}

/** What was answered to an origin; null where it has not been asked. */
export function findSiteAnswer(
  db: ReadDb,
  accountId: AccountId,
  origin: string,
  permission: SitePermission,
): boolean | null {
  const row = db
    .query('SELECT allowed FROM site_answers WHERE account_id = ? AND origin = ? AND permission = ?')
    .get(accountId, origin, permission);
  const { data } = Allowed.safeParse(row);
  return data === undefined ? null : data.allowed === 1;
}

/** Remembers an answer of an account that is there. */
export function setSiteAnswer(tx: WriteTx, accountId: AccountId, { origin, permission, isAllowed }: SiteAnswer): void {
  tx.command(
    `INSERT INTO site_answers (account_id, origin, permission, allowed) SELECT id, ?, ?, ? FROM accounts WHERE id = ?
     ON CONFLICT (account_id, origin, permission) DO UPDATE SET allowed = excluded.allowed`,
  ).run(origin, permission, isAllowed ? 1 : 0, accountId);
}

export function deleteSiteAnswer(tx: WriteTx, accountId: AccountId, origin: string, permission: SitePermission): void {
  tx.command('DELETE FROM site_answers WHERE account_id = ? AND origin = ? AND permission = ?').run(
    accountId,
    origin,
    permission,
  );
}
