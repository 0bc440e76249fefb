import type { Random } from '../ports.ts';
import type { Store, WriteTx } from '../store/database.ts';
import {
  deleteSecretsOf,
  findSecret,
  listSecrets,
  saveSecret,
  type Keeper,
  type SealedSecret,
  type SecretName,
  type SecretPurpose,
} from '../store/secrets.ts';
import { openEnvelope, sealEnvelope } from './envelope.ts';

/** A secret and whose it is. */
export type NamedSecret = SecretName & { secret: string };

/** Where a secret is. `opens`: its keeper's key is there, and it is whole. */
export type Place = { in: 'memory' | 'nowhere' } | { in: 'store'; keeper: Keeper; opens: boolean };

/** The secrets themselves: sealed in the store under a keeper's key, or held in memory. */
export interface KeptSecrets {
  /** Keeps a secret under a keeper, or in memory where there is none; what is sealed already is then left as it is. */
  put(tx: WriteTx, keeper: Keeper | null, named: NamedSecret): void;
  /** The secret; one in memory is newer than the one in the store. */
  read(name: SecretName): string | null;
  placeOf(name: SecretName): Place;
  drop(tx: WriteTx, owner: string, purpose?: SecretPurpose): void;
  /** Brings under one keeper, in one write, what is in memory and what opens under another keeper. */
  moveTo(keeper: Keeper): void;
  /** Forgets what is in memory. */
  clear(): void;
}

interface Parts {
  store: Store;
  random: Random;
  /** A keeper's key; null while it is not there, and what it sealed does not open. */
  keyOf(keeper: Keeper): Buffer | null;
}

/** What an envelope is bound to: whose secret it holds, and what for (security: K6). */
const idOf = ({ owner, purpose }: SecretName) => JSON.stringify([owner, purpose]);
const OTHER = { 'key-store': 'passphrase', passphrase: 'key-store' } as const;

export function createKeptSecrets({ store, random, keyOf }: Parts): KeptSecrets {
  const held = new Map<string, NamedSecret>();

  const open = (row: SealedSecret): string | null => {
    const key = keyOf(row.keeper);
    return key === null ? null : (openEnvelope(key, idOf(row), row.sealed)?.toString() ?? null);
  };

  const put = (tx: WriteTx, keeper: Keeper | null, named: NamedSecret): void => {
    const key = keeper === null ? null : keyOf(keeper);
    if (keeper === null || key === null) return tx.afterCommit(() => held.set(idOf(named), named));
    const { owner, purpose, secret } = named;
    saveSecret(tx, { owner, purpose, keeper, sealed: sealEnvelope(random, key, idOf(named), Buffer.from(secret)) });
    tx.afterCommit(() => held.delete(idOf(named)));
  };

  /** What a keeper sealed and opens now. */
  const under = (keeper: Keeper): NamedSecret[] =>
    keyOf(keeper) === null
      ? []
      : listSecrets(store.read, keeper).flatMap((row) => {
          const secret = open(row);
          return secret === null ? [] : [{ owner: row.owner, purpose: row.purpose, secret }];
        });

  return {
    put,
    read(name) {
      const inMemory = held.get(idOf(name));
      if (inMemory !== undefined) return inMemory.secret;
      const row = findSecret(store.read, name);
      return row === null ? null : open(row);
    },
    placeOf(name) {
      if (held.has(idOf(name))) return { in: 'memory' };
      const row = findSecret(store.read, name);
      return row === null ? { in: 'nowhere' } : { in: 'store', keeper: row.keeper, opens: open(row) !== null };
    },
    drop(tx, owner, purpose) {
      deleteSecretsOf(tx, owner, purpose);
      tx.afterCommit(() => {
        for (const [id, each] of held)
          if (each.owner === owner && (purpose ?? each.purpose) === each.purpose) held.delete(id);
      });
    },
    moveTo(keeper) {
      const all = [...under(OTHER[keeper]), ...held.values()];
      if (all.length === 0) return;
      store.write((tx) => {
        for (const each of all) put(tx, keeper, each);
      });
    },
    clear: () => held.clear(),
  };
}
