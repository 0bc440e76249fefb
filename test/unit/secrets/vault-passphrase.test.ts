import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesHolding } from '../../support/files.ts';
import { fakeKeyStore, noKeyStore } from '../../support/key-store.ts';
import { PASSWORD, TOKEN } from '../../support/passphrases.ts';
import { openTestVault, readyVault, restartVault } from '../../support/vault.ts';

const PASSPHRASE = 'four walls, a roof';
const OTHER = 'a roof and four walls';

const passphraseFile = (folder: string) => join(folder, 'passphrase.json');

/** A vault with two secrets under a passphrase, after a restart. */
async function lockedVault(secrets = noKeyStore()) {
  const vault = await readyVault({ secrets });
  vault.keep(PASSWORD, 'canary-password');
  expect(await vault.setPassphrase({ passphrase: PASSPHRASE })).toEqual({ ok: true, value: {} });
  vault.keep(TOKEN, 'canary-token');
  expect([PASSWORD, TOKEN].map((name) => vault.presence(name))).toEqual(['kept', 'kept']);
  expect(vault.state()).toMatchObject({ protection: 'passphrase', locked: false });
  const file = statSync(passphraseFile(vault.folder));
  expect(file.mode & 0o777).toBe(0o600);
  expect(filesHolding(vault.folder, 'canary')).toEqual([]);
  return restartVault(vault, secrets);
}

test('what was in memory and what comes later outlives the app, and opens with the passphrase only', async () => {
  const vault = await lockedVault();
  expect(vault.state()).toMatchObject({ protection: 'passphrase', locked: true });
  expect([vault.read(PASSWORD), vault.presence(PASSWORD)]).toEqual([null, 'locked']);
  expect(vault.presence({ owner: 'twilio', purpose: 'password' })).toBe('none');
  const refused = { ok: false, error: { code: 'secrets-locked' } };
  expect(vault.store.write((tx) => vault.put(tx, TOKEN, 'x'))).toEqual(refused);
  expect(await vault.setPassphrase({ passphrase: OTHER })).toEqual(refused);
  expect(await vault.unlock({ passphrase: OTHER })).toEqual({ ok: false, error: { code: 'passphrase-wrong' } });
  expect(vault.state().locked).toBe(true);
  expect(await vault.unlock({ passphrase: PASSPHRASE })).toEqual({ ok: true, value: {} });
  expect(vault.state().locked).toBe(false);
  expect([vault.read(PASSWORD), vault.read(TOKEN)]).toEqual(['canary-password', 'canary-token']);
});

test('a wrong passphrase locks nothing that is open', async () => {
  const vault = await lockedVault();
  await vault.unlock({ passphrase: PASSPHRASE });
  expect(await vault.unlock({ passphrase: OTHER })).toMatchObject({ ok: false });
  expect(vault.read(PASSWORD)).toBe('canary-password');
});

test('another passphrase takes the place of the first, and nothing is lost', async () => {
  const vault = await lockedVault();
  await vault.unlock({ passphrase: PASSPHRASE });
  expect(await vault.setPassphrase({ passphrase: OTHER })).toMatchObject({ ok: true });
  const again = await restartVault(vault, noKeyStore());
  expect(await again.unlock({ passphrase: PASSPHRASE })).toMatchObject({ ok: false });
  expect(await again.unlock({ passphrase: OTHER })).toMatchObject({ ok: true });
  expect([again.read(PASSWORD), again.read(TOKEN)]).toEqual(['canary-password', 'canary-token']);
});

test.each(['locked', 'open'])('forgotten while %s, its secrets are gone, and later ones are in memory', async (how) => {
  const vault = await lockedVault();
  if (how === 'open') await vault.unlock({ passphrase: PASSPHRASE });
  expect(await vault.forgetPassphrase()).toEqual({ ok: true, value: {} });
  expect(existsSync(passphraseFile(vault.folder))).toBe(false);
  expect(vault.state()).toMatchObject({ protection: 'memory', locked: false });
  expect([PASSWORD, TOKEN].map((name) => vault.presence(name))).toEqual(['none', 'none']);
  vault.keep(PASSWORD, 'new');
  expect(vault.presence(PASSWORD)).toBe('in-memory');
  const again = await restartVault(vault, noKeyStore());
  expect(again.state()).toMatchObject({ protection: 'memory', locked: false });
});

test('it goes before a key store that is there, and forgetting it leaves what the key store keeps', async () => {
  const secrets = fakeKeyStore();
  const vault = await readyVault({ secrets });
  vault.keep(PASSWORD, 'password');
  await vault.setPassphrase({ passphrase: PASSPHRASE });
  const again = await restartVault(vault, secrets);
  expect(again.state()).toMatchObject({ protection: 'passphrase', locked: true, problem: null });
  expect(again.presence(PASSWORD)).toBe('locked');
  await again.forgetPassphrase();
  again.keep(TOKEN, 'token');
  expect([again.presence(PASSWORD), again.presence(TOKEN)]).toEqual(['none', 'kept']);
  await again.forgetPassphrase();
  expect(again.presence(TOKEN)).toBe('kept');
});

test('what another key store sealed stays as it is, whatever becomes of the passphrase', async () => {
  const kwallet = fakeKeyStore('kwallet6');
  const first = await readyVault({ secrets: kwallet });
  first.keep(PASSWORD, 'sealed by kwallet');
  const other = await restartVault(first, fakeKeyStore('gnome_libsecret'));
  other.keep(TOKEN, 'token');
  await other.setPassphrase({ passphrase: PASSPHRASE });
  expect([other.presence(PASSWORD), other.presence(TOKEN)]).toEqual(['missing', 'kept']);
  const back = await restartVault(other, kwallet);
  expect([back.presence(PASSWORD), back.presence(TOKEN)]).toEqual(['kept', 'locked']);
  await back.forgetPassphrase();
  expect([back.read(PASSWORD), back.presence(TOKEN)]).toEqual(['sealed by kwallet', 'none']);
});

test('one that is too short is refused, and nothing is written', async () => {
  const vault = await readyVault({ secrets: noKeyStore() });
  const refused = await vault.setPassphrase({ passphrase: 'short' });
  expect(refused).toEqual({ ok: false, error: { code: 'passphrase-too-short', min: 12 } });
  expect(existsSync(passphraseFile(vault.folder))).toBe(false);
  expect(await vault.unlock({ passphrase: PASSPHRASE })).toMatchObject({ ok: false });
});

test('commands given at once are done one after the other', async () => {
  const vault = await readyVault({ secrets: noKeyStore() });
  vault.keep(PASSWORD, 'password');
  const done = await Promise.all([
    vault.setPassphrase({ passphrase: PASSPHRASE }),
    vault.setPassphrase({ passphrase: OTHER }),
    vault.unlock({ passphrase: PASSPHRASE }),
    vault.unlock({ passphrase: OTHER }),
  ]);
  expect(done.map(({ ok }) => ok)).toEqual([true, true, false, true]);
  const again = await restartVault(vault, noKeyStore());
  await again.unlock({ passphrase: OTHER });
  expect(again.read(PASSWORD)).toBe('password');
});

test('where the file cannot be written, everything stays as it was', async () => {
  const vault = await readyVault({ secrets: noKeyStore() });
  vault.keep(PASSWORD, 'password');
  const inTheWay = `${passphraseFile(vault.folder)}.tmp`;
  mkdirSync(inTheWay);
  await expect(vault.setPassphrase({ passphrase: PASSPHRASE })).rejects.toThrow('EISDIR');
  expect(vault.state()).toMatchObject({ protection: 'memory', locked: false });
  expect(vault.presence(PASSWORD)).toBe('in-memory');
  rmdirSync(inTheWay);
  expect(await vault.setPassphrase({ passphrase: PASSPHRASE })).toMatchObject({ ok: true });
});

test.each(['', '{', '[]', '{"kdf":"argon2id"}', '\0'.repeat(200)])(
  'a damaged file (%j) costs its secrets only, and is set aside by the next passphrase (security: K4)',
  async (damaged) => {
    const first = await lockedVault();
    writeFileSync(passphraseFile(first.folder), damaged);
    const vault = await restartVault(first, noKeyStore());
    expect(vault.state()).toMatchObject({ protection: 'memory', locked: false });
    expect([vault.read(PASSWORD), vault.presence(PASSWORD)]).toEqual([null, 'missing']);
    await vault.setPassphrase({ passphrase: OTHER });
    expect(readFileSync(`${passphraseFile(vault.folder)}.bad`, 'utf8')).toBe(damaged);
    expect(vault.presence(PASSWORD)).toBe('missing');
    vault.keep(PASSWORD, 'new');
    expect(vault.presence(PASSWORD)).toBe('kept');
  },
);

test('erasing forgets the passphrase and what is in memory', async () => {
  const vault = await readyVault({ secrets: noKeyStore() });
  await vault.setPassphrase({ passphrase: PASSPHRASE });
  await vault.forgetPassphrase();
  vault.keep(PASSWORD, 'in memory');
  await vault.erase();
  expect(vault.presence(PASSWORD)).toBe('none');
  await vault.setPassphrase({ passphrase: PASSPHRASE });
  await vault.erase();
  expect(vault.state()).toMatchObject({ protection: 'memory', locked: false });
  expect(readdirSync(vault.folder).filter((name) => name.startsWith('passphrase'))).toEqual([]);
});

test('every change of the state is told, until one stops listening', async () => {
  const vault = openTestVault({ secrets: noKeyStore() });
  const heard: string[] = [];
  const stop = vault.onChange(({ protection, locked }) => heard.push(`${protection}${locked ? ' locked' : ''}`));
  await vault.ready();
  await vault.setPassphrase({ passphrase: PASSPHRASE });
  await vault.forgetPassphrase();
  stop();
  await vault.setPassphrase({ passphrase: PASSPHRASE });
  expect(heard).toEqual(['memory', 'passphrase', 'memory']);
});
