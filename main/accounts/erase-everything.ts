import { ok, type Result, type Done } from '../../shared/errors.ts';
import type { LocalMailbox } from '../delivery/local-mailbox.ts';
import { DEFAULTS, type PreferencesKeeper } from '../preferences/preferences.ts';
import { listAccounts } from '../store/accounts.ts';
import { eraseTables } from '../store/app-state.ts';
import type { AccountParts } from './parts.ts';
import { wipeSession } from './purge.ts';
import type { Removals } from './removals.ts';

/** Everything that holds something of the person. */
export interface Erasable extends AccountParts {
  removals: Removals;
  mailbox: LocalMailbox;
  preferences: PreferencesKeeper;
}

/**
 * Signs out and takes every account, challenge, secret, message and preference out of memory and files. What holds the
 * limits on codes stays: counts under keyed tags that name nobody.
 */
export async function eraseEverything(parts: Erasable): Promise<Result<Done, never>> {
  const { store, vault, removals, outbox, mailbox, browsers, preferences, log } = parts;
  removals.purgeAll();
  const accounts = listAccounts(store.read);
  store.erase((tx) => eraseTables(tx));
  for (const { id } of accounts) wipeSession(parts, id);
  log.event('everything-erased');
  await browsers.tidy();
  await outbox.giveUp();
  await mailbox.clear();
  await vault.erase();
  // What cannot be reset is no reason to keep the accounts: it says nothing about them.
  await preferences.change(DEFAULTS);
  return ok({});
}
