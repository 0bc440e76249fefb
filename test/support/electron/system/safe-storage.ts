import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from '../app/app.ts';

/** The file that stands for a keyring, where a test gives one; else this is what Electron calls `basic_text`. */
const KEYRING = process.env['STANDIN_KEYRING'];
/** As Chromium marks what it encrypts: with a key of the keyring, or with one that is built in. */
const MARK = Buffer.from(KEYRING === undefined ? 'v10' : 'v11');
const [IV_BYTES, TAG_BYTES] = [12, 16];

/** Without a keyring the key lies beside the data, so like Electron's `basic_text` it hides nothing from who can read both. */
function key(): Buffer {
  app.refuseBeforeReady('safeStorage');
  const path = KEYRING ?? join(app.getPath('userData'), 'standin.key');
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, randomBytes(32), { mode: 0o600, flag: 'wx' });
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')) throw thrown;
  }
  return readFileSync(path);
}

function encrypt(text: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key(), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([MARK, iv, cipher.getAuthTag(), body]);
}

function decrypt(encrypted: Buffer): string {
  if (!encrypted.subarray(0, MARK.length).equals(MARK)) throw new Error('Ciphertext does not appear to be encrypted.');
  const iv = encrypted.subarray(MARK.length, MARK.length + IV_BYTES);
  const tag = encrypted.subarray(MARK.length + IV_BYTES, MARK.length + IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key(), iv);
  decipher.setAuthTag(tag);
  const body = encrypted.subarray(MARK.length + IV_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

/** `safeStorage`, its asynchronous part; the other is deprecated. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => app.isReady(),
  getSelectedStorageBackend: () => (KEYRING === undefined ? 'basic_text' : 'gnome_libsecret'),
  encryptStringAsync: async (text: string) => encrypt(text),
  decryptStringAsync: async (encrypted: Buffer) => ({ result: decrypt(encrypted), shouldReEncrypt: false }),
} satisfies Partial<Electron.SafeStorage>;
