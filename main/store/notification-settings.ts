import * as z from 'zod';
import { AccountId } from '../../shared/domain/account.ts';
import { type AccountNotifications, TimeOfDay } from '../../shared/domain/notifications.ts';
import type { ReadDb, WriteTx } from './database.ts';

const columns = { accountId: AccountId, isOn: z.int().transform((value) => value === 1) };
const Row = z.union([
  z.object({ ...columns, quiet: z.enum(['general', 'none']) }),
  z.object({ ...columns, quiet: z.literal('own'), from: TimeOfDay, until: TimeOfDay }),
]);

const COLUMNS = 'account_id AS accountId, is_on AS isOn, quiet, quiet_from AS "from", quiet_until AS until';

/** What was chosen for accounts, removed ones too. */
export function listNotificationSettings(db: ReadDb): AccountNotifications[] {
  return db.query(`SELECT ${COLUMNS} FROM notification_settings`).all().map(fromRow);
}

/** What was chosen for an account; null where nothing was. */
export function findNotificationSettings(db: ReadDb, account: AccountId): AccountNotifications | null {
  const row = db.query(`SELECT ${COLUMNS} FROM notification_settings WHERE account_id = ?`).get(account);
  return row === undefined ? null : fromRow(row);
}

/** Keeps what was chosen for an account. */
export function saveNotificationSettings(tx: WriteTx, { accountId, isOn, quiet }: AccountNotifications): void {
  const own = typeof quiet === 'object' ? quiet : null;
  tx.command(
    `INSERT INTO notification_settings (account_id, is_on, quiet, quiet_from, quiet_until) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (account_id) DO UPDATE SET is_on = excluded.is_on, quiet = excluded.quiet,
       quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until`,
  ).run(accountId, isOn ? 1 : 0, typeof quiet === 'object' ? 'own' : quiet, own?.from ?? null, own?.until ?? null);
}

function fromRow(row: unknown): AccountNotifications {
  const parsed = Row.parse(row);
  const { accountId, isOn } = parsed;
  const quiet = parsed.quiet === 'own' ? { from: parsed.from, until: parsed.until } : parsed.quiet;
  return { accountId, isOn, quiet };
}
