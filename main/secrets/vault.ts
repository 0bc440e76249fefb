import type { SecretsState } from '../../shared/domain/secrets.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import { incidentId } from '../log.ts';
import type { Ports } from '../ports.ts';
import type { Store, WriteTx } from '../store/database.ts';
import type { Keeper, SecretName, SecretPurpose } from '../store/secrets.ts';
import { createKeptSecrets } from './kept.ts';
import { OWASP_COST, type Argon2Cost } from './passphrase.ts';
import { createPassphraseCommands, type PassphraseCommands } from './passphrase-commands.ts';
import { openPassphraseLock } from './passphrase-lock.ts';
import { NO_ANSWER, subkey, type RootKey, type RootKeyAnswer } from './root-key.ts';

/** How a secret is there, or not. `missing`: sealed, and what opens it is gone; it has to be entered anew. */
export type SecretPresence = 'none' | 'kept' | 'in-memory' | 'missing' | 'locked';

/** Passwords, keys and tokens: on disk only sealed, else in memory (security: K1 to K7). */
export interface Vault extends PassphraseCommands {
  /** Resolves once the system's key store has answered, or has not in time; before, nothing sealed by it can be read. */
  ready(): Promise<void>;
  state(): SecretsState;
  onChange(listener: (state: SecretsState) => void): () => void;
  /** Keeps a secret in the caller's write, in the place of the one there was. */
  put(tx: WriteTx, name: SecretName, secret: string): Result<Done, 'secrets-locked'>;
  /** The secret; null where there is none to be had now. */
  read(name: SecretName): string | null;
  presence(name: SecretName): SecretPresence;
  /** Forgets the secrets of an account or a way, in the caller's write: all of them, or that for one purpose. */
  drop(tx: WriteTx, owner: string, purpose?: SecretPurpose): void;
}

/** What a vault is made of. */
export interface VaultParts extends Pick<Ports, 'folder' | 'random' | 'log'> {
  store: Store;
  rootKey: RootKey;
  /** What trying a passphrase costs. */
  cost?: Argon2Cost;
}

/**
 * Keeps secrets under the person's passphrase where one was chosen, else under the system's key store, else in memory;
 * what is in memory moves under the first of them that comes.
 */
export function createVault({ rootKey, cost = OWASP_COST, ...parts }: VaultParts): Vault {
  const { store, random, log } = parts;
  const listeners = new Set<(state: SecretsState) => void>();
  const lock = openPassphraseLock(parts, cost);
  let answer: RootKeyAnswer = NO_ANSWER;
  let storeKey: Buffer | null = null;
  const keyOf = (keeper: Keeper) => (keeper === 'passphrase' ? lock.key() : storeKey);
  const kept = createKeptSecrets({ store, random, keyOf });

  const keeper = (): Keeper | null => (lock.isSet() ? 'passphrase' : storeKey === null ? null : 'key-store');
  const state = (): SecretsState => {
    const { keyStore, problem, sealedBy } = answer;
    return { protection: keeper() ?? 'memory', locked: lock.isLocked(), keyStore, problem, sealedBy };
  };
  const tell = () => {
    for (const listener of listeners) listener(state());
  };

  const ready = follow(rootKey, (given) => {
    answer = given;
    if (given.key === null) log.event('secrets-unprotected', { problem: given.problem ?? 'none' });
    else storeKey = subkey(given.key, 'secrets');
    try {
      if (keeper() === 'key-store') kept.moveTo('key-store');
    } catch (error) {
      // The disk is full or fails: they stay in memory, and all else works.
      log.fault(incidentId(random), error);
    }
    tell();
  });

  return {
    ready: () => ready,
    state,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    put(tx, name, secret) {
      if (lock.isLocked()) return refuse('secrets-locked');
      kept.put(tx, keeper(), { ...name, secret });
      return ok({});
    },
    read: (name) => kept.read(name),
    presence(name) {
      const place = kept.placeOf(name);
      if (place.in !== 'store') return place.in === 'memory' ? 'in-memory' : 'none';
      if (place.opens) return 'kept';
      return place.keeper === 'passphrase' && lock.isLocked() ? 'locked' : 'missing';
    },
    drop: (tx, owner, purpose) => kept.drop(tx, owner, purpose),
    ...createPassphraseCommands({ store, lock, kept, tell }),
  };
}

/** Hears the key store's answer, and also one that comes too late; resolves after the first. */
async function follow({ inTime, answered }: RootKey, hear: (answer: RootKeyAnswer) => void): Promise<void> {
  const first = await inTime;
  hear(first);
  if (first === NO_ANSWER) void answered.then(hear);
}
