import { ok, type Done, type Result } from '../../shared/errors.ts';
import type { Store } from '../store/database.ts';
import { deletePendingLinks } from '../store/pending-links.ts';

/** Takes who waits to be linked out of the files: one of them, or all with null (security: S16). */
export function discardPending({ store }: { store: Store }, { id }: { id: string | null }): Result<Done, never> {
  store.erase((tx) => deletePendingLinks(tx, id));
  return ok({});
}
