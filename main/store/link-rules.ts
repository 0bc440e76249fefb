import * as z from 'zod';
import { LinkRule, type LinkRuleId } from '../../shared/domain/link.ts';
import type { ReadDb, WriteTx } from './database.ts';

const Row = LinkRule.extend({ position: z.int() });

/** A rule and where it stands. */
export type StoredLinkRule = z.infer<typeof Row>;

/** The rules in the order they are tried; those of a removed account wait until it is back or gone. */
export function listLinkRules(db: ReadDb): StoredLinkRule[] {
  const rows = db
    .query(
      `SELECT rule.id, pattern, account_id AS accountId, rule.position FROM link_rules AS rule
       JOIN accounts AS account ON account.id = account_id
       WHERE removed_at IS NULL ORDER BY rule.position, rule.id`,
    )
    .all();
  return rows.map((row) => Row.parse(row));
}

const Ends = z.object({ first: z.int(), last: z.int() });

/** Adds a rule before or after all others. */
export function addLinkRule(tx: WriteTx, { id, pattern, accountId }: LinkRule, end: 'first' | 'last'): void {
  const ends = Ends.parse(
    tx.query('SELECT coalesce(min(position), 0) AS first, coalesce(max(position), -1) AS last FROM link_rules').get(),
  );
  const position = end === 'first' ? ends.first - 1 : ends.last + 1;
  tx.command('INSERT INTO link_rules (id, position, pattern, account_id) VALUES (?, ?, ?, ?)').run(
    id,
    position,
    pattern,
    accountId,
  );
}

export function changeLinkRule(tx: WriteTx, { id, pattern, accountId }: LinkRule): void {
  tx.command('UPDATE link_rules SET pattern = ?, account_id = ? WHERE id = ?').run(pattern, accountId, id);
}

export function setLinkRulePosition(tx: WriteTx, id: LinkRuleId, position: number): void {
  tx.command('UPDATE link_rules SET position = ? WHERE id = ?').run(position, id);
}

export function deleteLinkRule(tx: WriteTx, id: LinkRuleId): void {
  tx.command('DELETE FROM link_rules WHERE id = ?').run(id);
}
