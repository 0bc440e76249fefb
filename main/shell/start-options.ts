import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What Switchboard's own arguments ask for. */
export interface StartOptions {
  /** `--data DIR`: the folder for everything Switchboard keeps; null for the system's usual place. */
  dataFolder: string | null;
  /** `--hidden`: start in the tray, where there is one; the system passes it when it opens Switchboard at login. */
  hidden: boolean;
}

/** Reads the arguments of a start. What is not ours is passed over: Chromium adds its own and may change their order. */
export function readStartOptions(argv: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: { data: { type: 'string' }, hidden: { type: 'boolean' } },
    strict: false,
  });
  // Without a value `--data` reads as `true`.
  const folder = typeof values.data === 'string' && values.data !== '' ? resolve(values.data) : null;
  return { dataFolder: folder, hidden: values.hidden === true };
}
