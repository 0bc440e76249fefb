import type { GlobalShortcut } from 'electron/main';
import type { SystemShortcut } from '../ports.ts';

/** The shortcut that the system passes to us wherever the person is. */
export interface ShellShortcut extends SystemShortcut {
  /** Hears of each press from now on. */
  onPress(listener: () => void): void;
}

/** Nothing is held at first; set to null, nothing is held any more. */
export function createSystemShortcut(system: Pick<GlobalShortcut, 'register' | 'unregister'>): ShellShortcut {
  let current: string | null = null;
  let listener: (() => void) | null = null;
  const take = (keys: string) => {
    try {
      return system.register(keys, () => listener?.());
    } catch {
      // Keys that this system does not have.
      return false;
    }
  };
  return {
    set(keys) {
      if (keys === current) return true;
      if (keys !== null && !take(keys)) return false;
      if (current !== null) system.unregister(current);
      current = keys;
      return true;
    },
    onPress: (heard) => void (listener = heard),
  };
}
