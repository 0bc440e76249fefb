import type { SecretsState } from '../../shared/domain/secrets.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import type { WriteTx } from '../store/database.ts';
import type { SecretName } from '../store/secrets.ts';

/** How a secret is there, or not. */
export type SecretPresence = 'none' | 'kept' | 'in-memory' | 'missing' | 'locked';

/** Passwords, keys and tokens: on disk only sealed, else in memory (security: K1 to K7). */
export interface Vault {
  /** Resolves once the system's key store has answered, or has not in time; everything else may be called then. */
  ready(): Promise<void>;
  state(): SecretsState;
  onChange(listener: (state: SecretsState) => void): () => void;
  /** Keeps a secret in the caller's write, in the place of the one there was. */
  put(tx: WriteTx, name: SecretName, secret: string): Result<Done, 'secrets-locked'>;
  /** The secret; null where there is none to be had now. */
  read(name: SecretName): string | null;
  presence(name: SecretName): SecretPresence;
  /** Forgets every secret of an account or a way, in the caller's write. */
  drop(tx: WriteTx, owner: string): void;
  unlock(input: { passphrase: string }): Promise<Result<Done, 'passphrase-wrong'>>;
  setPassphrase(input: { passphrase: string }): Promise<Result<Done, 'passphrase-too-short' | 'secrets-locked'>>;
  forgetPassphrase(): Promise<Result<Done, never>>;
}

const keyOf = ({ owner, purpose }: SecretName) => `${owner} ${purpose}`;

/** Keeps every secret in memory. */
export function createVault(): Vault {
  const held = new Map<string, string>();
  return {
    ready: () => Promise.resolve(),
    state: () => ({ protection: 'memory', locked: false, keyStore: 'unknown', problem: 'none', sealedBy: null }),
    onChange: () => () => {},
    put(tx, name, secret) {
      tx.afterCommit(() => held.set(keyOf(name), secret));
      return ok({});
    },
    read: (name) => held.get(keyOf(name)) ?? null,
    presence: (name) => (held.has(keyOf(name)) ? 'in-memory' : 'none'),
    drop(tx, owner) {
      tx.afterCommit(() => {
        for (const key of held.keys()) if (key.startsWith(`${owner} `)) held.delete(key);
      });
    },
    unlock: () => Promise.resolve(refuse('passphrase-wrong')),
    setPassphrase: () => Promise.resolve(refuse('secrets-locked')),
    forgetPassphrase: () => Promise.resolve(ok({})),
  };
}
