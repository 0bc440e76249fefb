import { join } from 'node:path';
import ElectronStore from 'electron-store';
import type { Notice } from '../../shared/domain/environment.ts';
import type { PreferencesFile } from '../ports.ts';
import { inspectPreferences, setAside } from './preferences-damage.ts';

/** The preferences, and what the shell itself remembers beside them; losing any of it costs no link (security: P1). */
export interface ShellStore extends PreferencesFile {
  /** What the shell remembered under a name of its own. Unchecked. */
  recall(name: ShellMemory): unknown;
  /** Remembers something small; where the file cannot be written, it is forgotten. */
  remember(name: ShellMemory, value: object | boolean): void;
  /** What the person has to be told of the file. */
  readonly notices: readonly Extract<Notice, { code: 'preferences-reset' }>[];
}

type ShellMemory = 'window' | 'keptInTrayTold';

/**
 * Opens `preferences.json` in `folder`. A damaged file is set aside as `.bad` and defaults are used; `clearInvalidConfig`
 * stays off, because with it damage is overwritten without a copy (security: P2).
 */
export function openPreferencesFile(folder: string): ShellStore {
  const file = join(folder, 'preferences.json');
  const damaged = inspectPreferences(file) === 'damaged';
  const usable = !damaged || setAside(file);
  const store = usable ? openStore(folder) : null;
  return {
    read: () => store?.get('preferences'),
    write(preferences) {
      if (!store) throw new Error('The preferences file could neither be read nor set aside.');
      store.set('preferences', preferences);
    },
    recall: (name) => store?.get(name),
    remember(name, value) {
      try {
        store?.set(name, value);
      } catch {
        // A full disk or a read-only folder; the place of a window is not worth a word.
      }
    },
    notices: damaged ? [{ code: 'preferences-reset', file: usable ? `${file}.bad` : file }] : [],
  };
}

function openStore(folder: string): ElectronStore | null {
  try {
    return new ElectronStore({ cwd: folder, name: 'preferences', configFileMode: 0o600, clearInvalidConfig: false });
  } catch {
    // The folder cannot be made or read; the store will say so in a window of its own.
    return null;
  }
}
