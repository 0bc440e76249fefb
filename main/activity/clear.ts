import { ok, type Done, type Result } from '../../shared/errors.ts';
import { clearActivity as clear } from '../store/activity.ts';
import type { Store } from '../store/database.ts';

/** Deletes every entry of the activity. */
export function clearActivity({ store }: { store: Store }): Result<Done, never> {
  store.write(clear, { mayUseReserve: true });
  return ok({});
}
