import * as z from 'zod';
import type { AccountId } from '../../shared/domain/account.ts';
import { TabId } from '../../shared/domain/tab.ts';
import type { ReadDb, WriteTx } from './database.ts';

const Row = z.object({
  id: TabId,
  serviceId: z.string().nullable(),
  start: z.string(),
  address: z.string(),
  title: z.string(),
  zoom: z.int().min(25).max(500).catch(100),
  lastShownAt: z.string().nullable(),
});

/** A tab as it is stored, without its history. `start` is where it began; `lastShownAt` is UTC, ISO 8601. */
export type StoredTab = z.infer<typeof Row>;

const History = z.object({
  entries: z.array(z.object({ url: z.string(), title: z.string(), pageState: z.string().optional() })),
  index: z.int().nonnegative(),
});
const HistoryText = z.object({ history: z.string().nullable() });
const Shown = z.object({ tabId: TabId });

/** An account's tabs, in their order. */
export function listTabs(db: ReadDb, accountId: AccountId): StoredTab[] {
  const rows = db
    .query(
      `SELECT id, service_id AS serviceId, start, address, title, zoom, last_shown_at AS lastShownAt
       FROM tabs WHERE account_id = ? ORDER BY position, id`,
    )
    .all(accountId);
  return rows.map((row) => Row.parse(row));
}

/** Where a tab was; null where nothing is known, or what is known cannot be read. */
export function readHistory(db: ReadDb, id: TabId): z.infer<typeof History> | null {
  const { data: row } = HistoryText.safeParse(db.query('SELECT history FROM tabs WHERE id = ?').get(id));
  if (typeof row?.history !== 'string') return null;
  try {
    return History.parse(JSON.parse(row.history));
  } catch {
    // It is worth no more than a page to begin with.
    return null;
  }
}

/** The tab an account shows; null where that is its dashboard. */
export function readShownTab(db: ReadDb, accountId: AccountId): TabId | null {
  const { data } = Shown.safeParse(
    db.query('SELECT tab_id AS tabId FROM shown_tabs WHERE account_id = ?').get(accountId),
  );
  return data?.tabId ?? null;
}

/** Adds a tab after the account's others. */
export function addTab(tx: WriteTx, accountId: AccountId, tab: StoredTab): void {
  tx.command(
    `INSERT INTO tabs (id, account_id, position, service_id, start, address, title, zoom, last_shown_at)
     SELECT ?, ?, coalesce(max(position), -1) + 1, ?, ?, ?, ?, ?, ? FROM tabs WHERE account_id = ?`,
  ).run(tab.id, accountId, tab.serviceId, tab.start, tab.address, tab.title, tab.zoom, tab.lastShownAt, accountId);
}

/** Saves where a tab is; a history of null keeps the one that is there. A tab that is gone stays so. */
export function saveTab(
  tx: WriteTx,
  { id, address, title, zoom, lastShownAt }: StoredTab,
  history: z.infer<typeof History> | null,
): void {
  tx.command(
    `UPDATE tabs SET address = ?, title = ?, zoom = ?, last_shown_at = ?, history = coalesce(?, history) WHERE id = ?`,
  ).run(address, title, zoom, lastShownAt, history && JSON.stringify(history), id);
}

export function deleteTab(tx: WriteTx, id: TabId): void {
  tx.command('DELETE FROM tabs WHERE id = ?').run(id);
}

/** Says which tab an account shows; null for its dashboard. Nothing happens where the tab is gone. */
export function setShownTab(tx: WriteTx, accountId: AccountId, tabId: TabId | null): void {
  tx.command('DELETE FROM shown_tabs WHERE account_id = ?').run(accountId);
  if (tabId === null) return;
  tx.command(
    'INSERT INTO shown_tabs (account_id, tab_id) SELECT account_id, id FROM tabs WHERE id = ? AND account_id = ?',
  ).run(tabId, accountId);
}
