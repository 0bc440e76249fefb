import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fakeKeyStore, noKeyStore } from '../../support/key-store.ts';
import { filesHolding } from '../../support/files.ts';
import { PASSWORD, TOKEN } from '../../support/passphrases.ts';
import { openTestVault, readyVault, restartVault } from '../../support/vault.ts';

/** A vault whose key store answers when it is told to. */
function slowVault() {
  const secrets = fakeKeyStore();
  const { promise, resolve } = Promise.withResolvers<void>();
  const slow = { ...secrets, keyStore: () => promise.then(() => secrets.keyStore()) };
  return { vault: openTestVault({ secrets: slow }), secrets, answer: resolve };
}

describe('with a key store', () => {
  test('secrets outlive the app, sealed, each for itself', async () => {
    const secrets = fakeKeyStore();
    const vault = await readyVault({ secrets });
    vault.keep(PASSWORD, 'canary-password');
    vault.keep(TOKEN, 'canary-token');
    expect(vault.state()).toEqual({
      protection: 'key-store',
      locked: false,
      keyStore: 'gnome_libsecret',
      problem: null,
      sealedBy: null,
    });
    expect(filesHolding(vault.folder, 'canary')).toEqual([]);
    const again = await restartVault(vault, secrets);
    expect([again.read(PASSWORD), again.read(TOKEN)]).toEqual(['canary-password', 'canary-token']);
    expect(again.presence(PASSWORD)).toBe('kept');
    expect(again.presence({ owner: 'twilio', purpose: 'password' })).toBe('none');
    expect(again.read({ owner: 'twilio', purpose: 'password' })).toBeNull();
  });

  test('a new secret takes the place of the old one, and of one write that fails nothing is kept', async () => {
    const vault = await readyVault();
    vault.keep(PASSWORD, 'first');
    vault.keep(PASSWORD, 'second');
    const failing = () =>
      vault.store.write((tx): void => {
        vault.put(tx, PASSWORD, 'third');
        throw new Error('something else of this write');
      });
    expect(failing).toThrow('something else');
    expect(vault.read(PASSWORD)).toBe('second');
  });

  test.each([
    [PASSWORD, TOKEN, { ...TOKEN, purpose: 'smtp-mail' }],
    [PASSWORD, { ...PASSWORD, owner: 'twilio' }, { ...PASSWORD, owner: 'webhook' }],
  ] as const)('sealed secrets that are swapped open as none (security: K6): %j, %j, %j', async (...names) => {
    const vault = await readyVault();
    for (const [index, name] of names.entries()) vault.keep(name, `secret ${index}`);
    const [one, two, three] = names;
    vault.store.write((tx) => {
      // Round in a circle; in between, one needs a name that no row has.
      const rename = tx.command('UPDATE secrets SET owner = ?, purpose = ? WHERE owner = ? AND purpose = ?');
      rename.run('nobody', 'password', one.owner, one.purpose);
      rename.run(one.owner, one.purpose, two.owner, two.purpose);
      rename.run(two.owner, two.purpose, three.owner, three.purpose);
      rename.run(three.owner, three.purpose, 'nobody', 'password');
    });
    for (const name of names) {
      expect([vault.read(name), vault.presence(name)]).toEqual([null, 'missing']);
    }
  });

  test.each<[string, (folder: string, secrets: ReturnType<typeof fakeKeyStore>) => void]>([
    ['the key file is gone', (folder) => rmSync(join(folder, 'root-key'))],
    ['the key file is damaged', (folder) => writeFileSync(join(folder, 'root-key'), '{"keyStore":')],
    ['the key store was reset', (_folder, secrets) => void (secrets.keys = fakeKeyStore().keys)],
    ['the key store is gone', (_folder, secrets) => void Object.assign(secrets, noKeyStore())],
  ])('where %s they are missing, and can be entered anew (security: K4)', async (_name, lose) => {
    const secrets = fakeKeyStore();
    const first = await readyVault({ secrets });
    first.keep(PASSWORD, 'lost');
    lose(first.folder, secrets);
    const again = await restartVault(first, secrets);
    expect([again.read(PASSWORD), again.presence(PASSWORD)]).toEqual([null, 'missing']);
    again.keep(PASSWORD, 'new');
    expect(again.read(PASSWORD)).toBe('new');
  });

  test('a damaged secret is missing, and the others are not', async () => {
    const vault = await readyVault();
    vault.keep(PASSWORD, 'password');
    vault.keep(TOKEN, 'token');
    for (const damaged of [Buffer.alloc(0), Buffer.alloc(7), Buffer.alloc(500, 1)]) {
      vault.store.write((tx) => {
        tx.command('UPDATE secrets SET sealed = ? WHERE owner = ?').run(damaged, PASSWORD.owner);
      });
      expect([vault.read(PASSWORD), vault.presence(PASSWORD)]).toEqual([null, 'missing']);
    }
    expect(vault.read(TOKEN)).toBe('token');
  });

  test('another key store now changes nothing that is sealed; once the first is back all of it opens (security: K3)', async () => {
    const kwallet = fakeKeyStore('kwallet6');
    const first = await readyVault({ secrets: kwallet });
    first.keep(PASSWORD, 'sealed by kwallet');
    const other = await restartVault(first, fakeKeyStore('gnome_libsecret'));
    expect(other.state()).toMatchObject({
      protection: 'memory',
      keyStore: 'gnome_libsecret',
      problem: 'changed',
      sealedBy: 'kwallet6',
    });
    other.keep(PASSWORD, 'in memory');
    expect([other.read(PASSWORD), other.presence(PASSWORD)]).toEqual(['in memory', 'in-memory']);
    const back = await restartVault(other, kwallet);
    expect([back.read(PASSWORD), back.presence(PASSWORD)]).toEqual(['sealed by kwallet', 'kept']);
  });
});

describe('without a key store', () => {
  test('secrets are in memory until the app quits, and on no disk', async () => {
    const vault = await readyVault({ secrets: noKeyStore() });
    vault.keep(PASSWORD, 'canary-password');
    expect(vault.state()).toMatchObject({ protection: 'memory', keyStore: 'basic_text', problem: 'none' });
    expect([vault.read(PASSWORD), vault.presence(PASSWORD)]).toEqual(['canary-password', 'in-memory']);
    expect(filesHolding(vault.folder, 'canary')).toEqual([]);
    expect(vault.log.events).toEqual([{ name: 'secrets-unprotected', fields: { problem: 'none' } }]);
    const again = await restartVault(vault, noKeyStore());
    expect([again.read(PASSWORD), again.presence(PASSWORD)]).toEqual([null, 'none']);
  });

  test('of a write that fails nothing is held', async () => {
    const vault = await readyVault({ secrets: noKeyStore() });
    const failing = () =>
      vault.store.write((tx): void => {
        vault.put(tx, PASSWORD, 'x');
        throw new Error('something else of this write');
      });
    expect(failing).toThrow('something else');
    expect(vault.presence(PASSWORD)).toBe('none');
  });
});

describe('dropping', () => {
  test.each([
    ['sealed', fakeKeyStore],
    ['in memory', noKeyStore],
  ])('forgets what belongs to one owner, %s', async (_name, keyStore) => {
    const vault = await readyVault({ secrets: keyStore() });
    const other = { ...TOKEN, purpose: 'smtp-mail' } as const;
    for (const name of [PASSWORD, TOKEN, other]) vault.keep(name, 'x');
    vault.store.write((tx) => vault.drop(tx, TOKEN.owner));
    expect([PASSWORD, TOKEN, other].map((name) => vault.presence(name) !== 'none')).toEqual([true, false, false]);
  });
});

describe('a key store that answers late', () => {
  test('holds nothing up, and what was in memory is sealed once it answers (security: K7)', async () => {
    const { vault, secrets, answer } = slowVault();
    vault.keep(PASSWORD, 'entered at once');
    expect([vault.read(PASSWORD), vault.presence(PASSWORD)]).toEqual(['entered at once', 'in-memory']);
    vault.clock.advance(5_000);
    await vault.ready();
    expect(vault.state()).toMatchObject({ protection: 'memory', keyStore: 'unknown', problem: 'no-answer' });
    const told = new Promise((resolve) => vault.onChange(resolve));
    answer();
    expect(await told).toMatchObject({ protection: 'key-store', problem: null });
    expect([vault.read(PASSWORD), vault.presence(PASSWORD)]).toEqual(['entered at once', 'kept']);
    expect((await restartVault(vault, secrets)).read(PASSWORD)).toBe('entered at once');
  });

  test('is no fault when the app has quit before', async () => {
    const { vault, answer } = slowVault();
    vault.clock.advance(5_000);
    await vault.ready();
    vault.quit();
    const told = new Promise((resolve) => vault.onChange(resolve));
    answer();
    await told;
    expect(vault.log.faults).toEqual([]);
  });
});
