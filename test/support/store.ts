import { onTestFinished } from 'vitest';
import { openStore, type Opened, type OpenOptions } from '../../main/store/open.ts';
import { temporaryFolder } from './folder.ts';
import { storeOptions } from './store-options.ts';

/** Opens a store as the app does; what is given goes before the defaults. */
export function tryOpen(folder: string, options: Partial<OpenOptions> = {}): ReturnType<typeof openStore> {
  return openStore({ ...storeOptions(folder), ...options });
}

/** Opens a store that must open, in a new folder unless one is given; closed when the test ends. */
export function openTestStore(folder = temporaryFolder(), options: Partial<OpenOptions> = {}): Opened {
  const opened = tryOpen(folder, options);
  if (!opened.ok) throw new Error(`The store did not open: ${opened.problem.kind}`);
  onTestFinished(() => opened.value.store.close());
  return opened.value;
}

/** The problem of a store that must not open. */
export function problemOpening(folder: string, options: Partial<OpenOptions> = {}) {
  const opened = tryOpen(folder, options);
  if (!opened.ok) return opened.problem;
  opened.value.store.close();
  throw new Error('The store opened');
}
