import * as fs from 'node:fs';
import { join } from 'node:path';
import type { Ports } from '../ports.ts';
import { writeDurably } from '../store/files.ts';
import { guarded } from '../store/statements.ts';
import { KEY_BYTES } from './envelope.ts';
import { unwrapKey, WrappedKey, wrapKey, type Argon2Cost } from './passphrase.ts';

/** The person's passphrase: whether one is set, and the key that it opens. */
export interface PassphraseLock {
  isSet(): boolean;
  /** Whether one is set that was not given since the start. */
  isLocked(): boolean;
  /** The key of secrets; null while no passphrase is set, or it is locked. */
  key(): Buffer | null;
  /** Answers whether it is the right one; then the key is there until the app quits. */
  unlock(passphrase: string): Promise<boolean>;
  /** Puts the key, made at the first time, under a passphrase. Throws StoreFault, and the one there was still holds. */
  set(passphrase: string): Promise<void>;
  /** Forgets passphrase and key. */
  remove(): void;
}

/** The lock whose key lies in `passphrase.json`, under the passphrase. */
export function openPassphraseLock(
  { folder, random }: Pick<Ports, 'folder' | 'random'>,
  cost: Argon2Cost,
): PassphraseLock {
  const path = join(folder, 'passphrase.json');
  let wrapped = readWrappedKey(path);
  let key: Buffer | null = null;
  return {
    isSet: () => wrapped !== null,
    isLocked: () => wrapped !== null && key === null,
    key: () => key,
    async unlock(passphrase) {
      const opened = wrapped === null ? null : await unwrapKey(wrapped, passphrase);
      key = opened ?? key;
      return opened !== null;
    },
    async set(passphrase) {
      const kept = key ?? random.bytes(KEY_BYTES);
      const next = await wrapKey(random, cost, { key: kept, passphrase });
      writeWrappedKey(path, next);
      [wrapped, key] = [next, kept];
    },
    remove() {
      guarded(() => {
        for (const each of [path, besides(path)]) fs.rmSync(each, { force: true });
      });
      [wrapped, key] = [null, null];
    },
  };
}

/** Where a damaged file goes that another takes the place of. */
const besides = (path: string) => `${path}.bad`;

/** Null where there is none that is whole: then secrets have to be entered anew, and nothing else is lost (security: K4). */
function readWrappedKey(path: string): WrappedKey | null {
  try {
    return WrappedKey.parse(JSON.parse(fs.readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

function writeWrappedKey(path: string, file: WrappedKey): void {
  guarded(() => {
    if (fs.existsSync(path) && readWrappedKey(path) === null) fs.renameSync(path, besides(path));
    writeDurably(path, `${JSON.stringify(file)}\n`);
  });
}
