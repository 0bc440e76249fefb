import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Log } from '../../main/log.ts';
import type { Random } from '../../main/ports.ts';
import { openStore, type Opened, type OpenOptions } from '../../main/store/open.ts';

/** The randomness of the system, for tests that need none held. */
export const systemRandom: Random = { bytes: randomBytes, integer: (limit) => randomInt(limit), uuid: randomUUID };

export const silentLog: Log = { event: () => {}, fault: () => {} };

/** A folder of its own for one test, gone when it ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a store as the app does; what is given goes before the defaults. */
export function tryOpen(folder: string, options: Partial<OpenOptions> = {}): ReturnType<typeof openStore> {
  return openStore({ folder, random: systemRandom, clock: { now: () => Date.now() }, log: silentLog, ...options });
}

/** Opens a store that must open, in a new folder unless one is given; closed when the test ends. */
export function openTestStore(folder = temporaryFolder(), options: Partial<OpenOptions> = {}): Opened {
  const opened = tryOpen(folder, options);
  if (!opened.ok) throw new Error(`The store did not open: ${opened.problem.kind}`);
  onTestFinished(() => opened.value.store.close());
  return opened.value;
}
