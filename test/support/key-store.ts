import { randomBytes } from 'node:crypto';
import type { SecretBox } from '../../main/ports.ts';
import { openEnvelope, sealEnvelope } from '../../main/secrets/envelope.ts';
import { createSystemRandom } from '../../main/system.ts';

/** A key store that really seals, and that a test may change as a system does. */
export interface FakeKeyStore extends SecretBox {
  name: string;
  isProtected: boolean;
  /** The keys it opens with; it seals with the first. */
  keys: Buffer[];
  /** Takes a new key, and wants what it sealed before to be sealed anew. */
  rotate(): void;
}

export function fakeKeyStore(name = 'gnome_libsecret'): FakeKeyStore {
  const random = createSystemRandom();
  const store: FakeKeyStore = {
    name,
    isProtected: true,
    keys: [randomBytes(32)],
    rotate: () => void store.keys.unshift(randomBytes(32)),
    keyStore: () => Promise.resolve({ name: store.name, isProtected: store.isProtected }),
    async seal(secret) {
      const [newest] = store.keys;
      if (newest === undefined) throw new Error('The key store has no key');
      return sealEnvelope(random, newest, '', Buffer.from(secret));
    },
    async open(sealed) {
      for (const [index, key] of store.keys.entries()) {
        const secret = openEnvelope(key, '', sealed);
        if (secret !== null) return { secret: secret.toString(), shouldReseal: index > 0 };
      }
      throw new Error('The key store cannot open it');
    },
  };
  return store;
}

/** A system that has no real key store. */
export function noKeyStore(): FakeKeyStore {
  return Object.assign(fakeKeyStore('basic_text'), { isProtected: false });
}

/** A key store that asks the person, who never answers. */
export const silentKeyStore: SecretBox = {
  keyStore: () => new Promise(() => {}),
  seal: () => new Promise(() => {}),
  open: () => new Promise(() => {}),
};
