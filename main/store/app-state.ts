import * as z from 'zod';
import { AccountId } from '../../shared/domain/account.ts';
import type { ReadDb, WriteTx } from './database.ts';

const Row = z.object({
  revision: z.int(),
  primaryId: AccountId.nullable(),
  activeId: AccountId.nullable(),
  trustedTime: z.int(),
});

/** The one row about the whole app. `primaryId` and `activeId` are both set while signed in, and both null else. */
export type AppState = z.infer<typeof Row>;

/** Reads that row. */
export function readAppState(db: ReadDb): AppState {
  return Row.parse(
    db
      .query(
        `SELECT revision, primary_id AS primaryId, active_id AS activeId, trusted_time AS trustedTime
         FROM app_state WHERE id = 1`,
      )
      .get(),
  );
}

/** Sets who is primary and active: both, or neither while nobody is signed in. */
export function setPrimaryAndActive(tx: WriteTx, primaryId: AccountId | null, activeId: AccountId | null): void {
  tx.command('UPDATE app_state SET primary_id = ?, active_id = ? WHERE id = 1').run(primaryId, activeId);
  tx.seal('app_state', 1);
  tx.touch('accounts');
}

/** Keeps the highest trusted time seen (ms), so that a clock set back between two starts gains nothing (security: C10). */
export function setTrustedTime(tx: WriteTx, time: number): void {
  tx.command('UPDATE app_state SET trusted_time = max(trusted_time, ?) WHERE id = 1').run(time);
  tx.seal('app_state', 1);
}

/** Every table about the person, those that refer to others first. */
const TABLES = [
  'shown_tabs',
  'tabs',
  'site_answers',
  'activity',
  'challenges',
  'proofs',
  'profiles',
  'browser_choices',
  'link_rules',
  'group_members',
  'groups',
  'pending_links',
  'notification_settings',
  'accounts',
  'ways',
  'secrets',
] as const;

/** Empties every table about the person; the counts that hold the limits stay. */
export function eraseTables(tx: WriteTx): void {
  setPrimaryAndActive(tx, null, null);
  for (const table of TABLES) tx.command(`DELETE FROM ${table}`).run();
  for (const topic of ['challenges', 'activity', 'pendingLinks'] as const) tx.touch(topic);
}
