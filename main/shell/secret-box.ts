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
const NO_KEY_STORE: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

/**
 * Seals with the system's key store. A person who is asked for a password, or a key store that never answers, keeps
 * only these promises waiting (security: K7).
 */
export function createSecretBox({ storage, platform, ready }: Options): SecretBox {
  const nameNow = (): string => {
    if (platform === 'linux') return storage.getSelectedStorageBackend();
    return platform === 'darwin' ? 'keychain' : 'dpapi';
  };

  return {
    async keyStore() {
      await ready;
      const name = nameNow();
      return { name, isProtected: !NO_KEY_STORE.has(name) && (await storage.isAsyncEncryptionAvailable()) };
    },
    async seal(secret) {
      await ready;
      return storage.encryptStringAsync(secret);
    },
    async open(sealed) {
      await ready;
      if (platform === 'linux' && sealed.subarray(0, BUILT_IN_KEY.length).equals(BUILT_IN_KEY)) {
        throw new Error('Sealed with a built-in password, not by a key store');
      }
      const { result, shouldReEncrypt } = await storage.decryptStringAsync(sealed);
      return { secret: result, shouldReseal: shouldReEncrypt };
    },
  };
}
