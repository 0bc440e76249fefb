import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSecretBox } from '../../../main/shell/secret-box.ts';

const BACKENDS = ['basic_text', 'gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6', 'unknown'] as const;
type Backend = (typeof BACKENDS)[number];

interface Fake {
  backend?: Backend;
  available?: boolean;
  platform?: NodeJS.Platform;
  ready?: Promise<unknown>;
  /** What stands before sealed bytes; `v10` is Chromium's mark for its built-in password. */
  prefix?: string;
  key?: Buffer;
  shouldReEncrypt?: boolean;
}

const KEY = randomBytes(32);

/** A key store that really seals, so that a changed byte or key is noticed. */
function box({
  backend = 'gnome_libsecret',
  available = true,
  platform = 'linux',
  ready,
  prefix = 'v11',
  key = KEY,
  shouldReEncrypt = false,
}: Fake) {
  const asked: string[] = [];
  const storage = {
    getSelectedStorageBackend() {
      asked.push('backend');
      return backend;
    },
    async isAsyncEncryptionAvailable() {
      asked.push('available');
      return available;
    },
    async encryptStringAsync(text: string) {
      asked.push('encrypt');
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from(prefix), iv, cipher.getAuthTag(), sealed]);
    },
    async decryptStringAsync(sealed: Buffer) {
      asked.push('decrypt');
      const body = sealed.subarray(prefix.length);
      const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, 12));
      decipher.setAuthTag(body.subarray(12, 28));
      const result = Buffer.concat([decipher.update(body.subarray(28)), decipher.final()]).toString('utf8');
      return { result, shouldReEncrypt };
    },
  };
  return { asked, secrets: createSecretBox({ storage, platform, ready: ready ?? Promise.resolve() }) };
}

test('what was sealed opens again, and only whole', async () => {
  const { secrets } = box({});
  const sealed = await secrets.seal('the secret ☎');
  expect(sealed.includes(Buffer.from('the secret'))).toBe(false);
  expect(await secrets.open(sealed)).toEqual({ secret: 'the secret ☎', shouldReseal: false });
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  await expect(secrets.open(sealed)).rejects.toThrow('unable to authenticate');
});

test('another key does not open it, and says so', async () => {
  const sealed = await box({}).secrets.seal('x');
  await expect(box({ key: randomBytes(32) }).secrets.open(sealed)).rejects.toThrow('unable to authenticate');
});

test('that the key store has a newer key is passed on', async () => {
  const sealed = await box({}).secrets.seal('x');
  expect(await box({ shouldReEncrypt: true }).secrets.open(sealed)).toEqual({ secret: 'x', shouldReseal: true });
});

test.each([
  ...BACKENDS.map((backend) => ({
    platform: 'linux' as const,
    backend,
    yes: !['basic_text', 'unknown'].includes(backend),
  })),
  { platform: 'darwin' as const, backend: 'basic_text' as const, yes: true },
  { platform: 'win32' as const, backend: 'unknown' as const, yes: true },
])('$backend on $platform protects: $yes', async ({ platform, backend, yes }) => {
  const name = { darwin: 'keychain', win32: 'dpapi', linux: backend }[platform];
  expect(await box({ platform, backend }).secrets.keyStore()).toEqual({ name, isProtected: yes });
  expect(await box({ platform, backend, available: false }).secrets.keyStore()).toEqual({ name, isProtected: false });
});

test('what a built-in password sealed is refused on Linux', async () => {
  const { secrets } = box({ prefix: 'v10' });
  const sealed = await secrets.seal('x');
  await expect(secrets.open(sealed)).rejects.toThrow('built-in password');
});

test('nothing is asked before Electron is ready', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { asked, secrets } = box({ ready: promise });
  const all = [secrets.keyStore(), secrets.seal('x')];
  await Promise.resolve();
  expect(asked).toEqual([]);
  resolve();
  await Promise.all(all);
  expect(asked).toEqual(expect.arrayContaining(['backend', 'available', 'encrypt']));
});
