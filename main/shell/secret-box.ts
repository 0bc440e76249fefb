import type { SafeStorage } from 'electron/main';
import type { SecretBox } from '../ports.ts';

type Storage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

interface Options {
  storage: Storage;
  platform: NodeJS.Platform;
  /** Resolves once Electron is ready: asked earlier, the key store answers wrongly (security: K1). */
  ready: Promise<unknown>;
}

/** What Chromium writes first when it seals with a password that is built in: no protection (security: K2). */
const BUILT_IN_KEY = Buffer.from('v10');

/** The secret was sealed by another key store than the one that is there now; neither is overwritten (security: K3). */
export class KeyStoreChanged extends Error {
  readonly sealedBy: string;
  readonly found: string;

  constructor(sealedBy: string, found: string) {
    super(`Sealed by ${sealedBy}, and now there is ${found}`);
    this.sealedBy = sealedBy;
    this.found = found;
  }
}

/**
 * Seals with the system's key store, whose name is written before the sealed bytes. A person who is asked for a
 * password, or a key store that never answers, keeps only these promises waiting (security: K7).
 */
export function createSecretBox({ storage, platform, ready }: Options): SecretBox {
  const keyStore = async (): Promise<string> => {
    await ready;
    if (platform === 'linux') return storage.getSelectedStorageBackend();
    return platform === 'darwin' ? 'keychain' : 'dpapi';
  };

  return {
    async isProtected() {
      const name = await keyStore();
      return name !== 'basic_text' && name !== 'unknown' && (await storage.isAsyncEncryptionAvailable());
    },
    async seal(secret) {
      const name = await keyStore();
      const sealed = await storage.encryptStringAsync(secret);
      return Buffer.concat([Buffer.from(`${name}:`), sealed]);
    },
    async open(box) {
      const name = await keyStore();
      const end = box.indexOf(':');
      const sealedBy = box.toString('latin1', 0, Math.max(end, 0));
      if (sealedBy !== name) throw new KeyStoreChanged(sealedBy, name);
      const sealed = box.subarray(end + 1);
      if (
        platform === 'linux' &&
        name !== 'basic_text' &&
        sealed.subarray(0, BUILT_IN_KEY.length).equals(BUILT_IN_KEY)
      ) {
        throw new Error('Sealed with a built-in password, not by the key store it names');
      }
      return (await storage.decryptStringAsync(sealed)).result;
    },
  };
}
