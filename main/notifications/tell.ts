import { isDeepStrictEqual } from 'node:util';
import type { Account, AccountId } from '../../shared/domain/account.ts';
import type { Unread } from '../../shared/domain/notifications.ts';
import type { Snapshots } from '../accounts/snapshot.ts';
import type { Ports } from '../ports.ts';
import type { PreferencesKeeper } from '../preferences/preferences.ts';
import type { Store } from '../store/database.ts';
import { atMostEvery } from './at-most-every.ts';
import type { Counts } from './counts.ts';

export interface TellParts extends Pick<Ports, 'clock' | 'notifier' | 'badge'> {
  store: Store;
  snapshots: Snapshots;
  preferences: PreferencesKeeper;
}

/** Tells what is unread to the badge and to whoever hears it. */
export interface Tell {
  unread(): Unread;
  /** Something may have changed. */
  ask(): void;
  onUnread(listener: (unread: Unread) => void): void;
  stop(): void;
}

/** A page may change its title a thousand times a second; window, tray and menus are drawn for it once. */
const TOLD_MS = 1000;

export function createTell(parts: TellParts, counts: Pick<Counts, 'list' | 'keepOnly'>): Tell {
  const { clock, notifier, badge, store, snapshots, preferences } = parts;
  const listeners = new Set<(unread: Unread) => void>();
  const accounts = () => snapshots.readAll().accounts;
  const unread = () => sumOf(counts, accounts().accounts);
  const showBadge = () => badge.show(preferences.read().showBadge ? last.total : 0);

  let last: Unread = { total: 0, accounts: [] };
  const { ask, stop } = atMostEvery(clock, TOLD_MS, () => {
    const next = unread();
    if (isDeepStrictEqual(next, last)) return;
    // What was read, and who is gone, is no longer announced.
    for (const id of withoutUnread(last, next)) notifier.close(id);
    last = next;
    showBadge();
    for (const listener of listeners) listener(next);
  });

  preferences.onChange(showBadge);
  store.onCommit(({ topics }) => {
    if (!topics.includes('accounts')) return;
    const there = new Set([...accounts().accounts.map(({ id }) => id), ...accounts().removals.map((r) => r.accountId)]);
    counts.keepOnly((id) => there.has(id));
    // Most changes to accounts are none to this, and must not hold back the next rise.
    if (!isDeepStrictEqual(unread(), last)) ask();
  });
  return { unread, ask, stop, onUnread: (listener) => void listeners.add(listener) };
}

/** An account that was removed and can be had back counts for nothing meanwhile. */
function sumOf(counts: Pick<Counts, 'list'>, accounts: readonly Account[]): Unread {
  const there = new Set(accounts.map(({ id }) => id));
  const listed = counts.list().filter(({ accountId }) => there.has(accountId));
  return { total: listed.reduce((sum, { count }) => sum + count, 0), accounts: listed };
}

function withoutUnread(before: Unread, after: Unread): AccountId[] {
  const still = new Set(after.accounts.map(({ accountId }) => accountId));
  return before.accounts.map(({ accountId }) => accountId).filter((id) => !still.has(id));
}
