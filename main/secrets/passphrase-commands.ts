import { PASSPHRASE_MIN } from '../../shared/domain/secrets.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import type { Store } from '../store/database.ts';
import { deleteSecretsUnder, listSecrets } from '../store/secrets.ts';
import type { KeptSecrets } from './kept.ts';
import { isTooShort } from './passphrase.ts';
import type { PassphraseLock } from './passphrase-lock.ts';

/** What a person does with a passphrase, one command after the other: trying one takes a while. */
export interface PassphraseCommands {
  /** Opens what is kept under the passphrase. */
  unlock(input: { passphrase: string }): Promise<Result<Done, 'passphrase-wrong'>>;
  /** Keeps every secret under a passphrase from now on, or under another one. */
  setPassphrase(input: { passphrase: string }): Promise<Result<Done, 'passphrase-too-short' | 'secrets-locked'>>;
  /** Gives the passphrase up, and forgets what was kept under it. */
  forgetPassphrase(): Promise<Result<Done, never>>;
  /** Forgets the passphrase and what is in memory; the store is erased by the caller. */
  erase(): Promise<void>;
}

interface Parts {
  store: Store;
  lock: PassphraseLock;
  kept: KeptSecrets;
  /** Tells those who show the state. */
  tell(): void;
}

/** The commands on a lock and on what it opens. */
export function createPassphraseCommands({ store, lock, kept, tell }: Parts): PassphraseCommands {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(action: () => Promise<T>): Promise<T> => {
    const done = last.then(action);
    last = done.catch(() => {});
    return done;
  };

  return {
    unlock: ({ passphrase }) =>
      inTurn(async () => {
        if (!(await lock.unlock(passphrase))) return refuse('passphrase-wrong');
        tell();
        return ok({});
      }),
    setPassphrase: ({ passphrase }) =>
      inTurn(async () => {
        if (isTooShort(passphrase)) return refuse('passphrase-too-short', { min: PASSPHRASE_MIN });
        if (lock.isLocked()) return refuse('secrets-locked');
        await lock.set(passphrase);
        try {
          kept.moveTo('passphrase');
        } finally {
          tell();
        }
        return ok({});
      }),
    forgetPassphrase: () =>
      inTurn(async () => {
        if (!lock.isSet() && listSecrets(store.read, 'passphrase').length === 0) return ok({});
        // The secrets first: cut off in between, a passphrase without any is left, and not the other way round.
        store.erase((tx) => deleteSecretsUnder(tx, 'passphrase'));
        lock.remove();
        tell();
        return ok({});
      }),
    erase: () =>
      inTurn(async () => {
        kept.clear();
        lock.remove();
        tell();
      }),
  };
}
