import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from '../app/app.ts';

const MARK = Buffer.from('v10');
const [IV_BYTES, TAG_BYTES] = [12, 16];

/** The key lies beside the data, so like Electron's `basic_text` this hides nothing from who can read both. */
function key(): Buffer {
  app.refuseBeforeReady('safeStorage');
  const folder = app.getPath('userData');
  const path = join(folder, 'standin.key');
  mkdirSync(folder, { recursive: true });
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
  getSelectedStorageBackend: () => 'basic_text' as const,
  encryptStringAsync: async (text: string) => encrypt(text),
  decryptStringAsync: async (encrypted: Buffer) => ({ result: decrypt(encrypted), shouldReEncrypt: false }),
} satisfies Partial<Electron.SafeStorage>;
