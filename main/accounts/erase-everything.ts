import type { LocalMailbox } from '../delivery/local-mailbox.ts';
import { eraseTables } from '../store/app-state.ts';
import type { AccountParts } from './parts.ts';
import type { Removals } from './removals.ts';

/**
 * Signs out and takes every account, challenge and message out of memory and files. What holds the limits on codes
 * stays: counts under keyed tags that name nobody.
 */
export async function eraseEverything(
  parts: AccountParts,
  { mailbox, removals }: { mailbox: LocalMailbox; removals: Removals },
): Promise<void> {
  removals.purgeAll();
  parts.store.write((tx) => eraseTables(tx), { mayUseReserve: true });
  parts.store.forget();
  await parts.outbox.giveUp();
  mailbox.clear();
  parts.log.event('everything-erased');
}
