import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SetUp } from '../../shared/domain/way.ts';
import { createTestCore, refusal, value, type TestCore } from '../support/core.ts';
import { filesHolding } from '../support/files.ts';
import { fakeKeyStore, noKeyStore, silentKeyStore } from '../support/key-store.ts';

const PASSPHRASE = 'four walls, a canary';
const PASSWORD = 'canary-password';
const SMTP: SetUp = {
  name: 'smtp',
  host: 'mail.example.com',
  port: 587,
  tls: 'starttls',
  from: 'codes@example.com',
  login: { kind: 'password', user: 'codes@example.com' },
  certificateAuthority: '',
};

async function restart(core: TestCore): Promise<TestCore> {
  const { folder, clock, secrets } = core.ports;
  await core.close();
  return createTestCore({ folder, clock, secrets });
}

const setUpSmtp = async ({ commands }: TestCore) => value(await commands.ways.save({ setUp: SMTP, secret: PASSWORD }));

/** How the password of SMTP is there. */
async function passwordOf({ commands }: TestCore) {
  return value(await commands.ways.list({})).find(({ name }) => name === 'smtp')?.secret;
}

test('with a key store a password outlives the app', async () => {
  const core = createTestCore({ secrets: fakeKeyStore() });
  await setUpSmtp(core);
  const again = await restart(core);
  expect(await passwordOf(again)).toBe('kept');
  expect(filesHolding(core.ports.folder, PASSWORD)).toEqual([]);
});

test('without one it does not, and the app says so', async () => {
  const core = createTestCore({ secrets: noKeyStore() });
  await setUpSmtp(core);
  expect(await passwordOf(core)).toBe('in-memory');
  expect(value(await core.commands.secrets.read({}))).toEqual({
    protection: 'memory',
    locked: false,
    keyStore: 'basic_text',
    problem: 'none',
    sealedBy: null,
  });
  const again = await restart(core);
  expect(await passwordOf(again)).toBe('missing');
  expect(filesHolding(core.ports.folder, PASSWORD)).toEqual([]);
});

test('under a passphrase it does, once that is given', async () => {
  const core = createTestCore({ secrets: noKeyStore() });
  const heard: unknown[] = [];
  core.subscribe((message) => message.name === 'secrets.changed' && heard.push(message.payload.protection));
  await setUpSmtp(core);
  value(await core.commands.secrets.setPassphrase({ passphrase: PASSPHRASE }));
  expect(heard).toEqual(['memory', 'passphrase']);
  const again = await restart(core);
  const { secrets, ways } = again.commands;
  expect(await passwordOf(again)).toBe('locked');
  expect(refusal(await ways.save({ setUp: SMTP, secret: 'another' }))).toEqual({ code: 'secrets-locked' });
  expect(refusal(await secrets.unlock({ passphrase: `${PASSPHRASE}.` }))).toEqual({ code: 'passphrase-wrong' });
  value(await secrets.unlock({ passphrase: PASSPHRASE }));
  expect(await passwordOf(again)).toBe('kept');
  const said = JSON.stringify([core.ports.log, again.ports.log]);
  for (const canary of [PASSPHRASE, PASSWORD]) {
    expect(filesHolding(core.ports.folder, canary)).toEqual([]);
    expect(said).not.toContain(canary);
  }
});

test('a key store that cannot open what it sealed costs passwords, and no account and no setting (security: K4)', async () => {
  const secrets = fakeKeyStore();
  const core = createTestCore({ secrets });
  await core.signIn('maria@example.com');
  await core.link('work@example.com');
  value(await core.commands.preferences.change({ theme: 'dark' }));
  await setUpSmtp(core);
  const before = core.snapshot();
  secrets.open = () => Promise.reject(new Error('another key'));
  const again = await restart(core);
  expect(again.snapshot()).toEqual(before);
  expect(value(await again.commands.secrets.read({}))).toMatchObject({ protection: 'memory', problem: 'unreadable' });
  expect(value(await again.commands.ways.list({})).find(({ name }) => name === 'smtp')).toMatchObject({
    setUp: SMTP,
    secret: 'missing',
  });
  await setUpSmtp(again);
  expect(await passwordOf(again)).toBe('in-memory');
  expect(again.ports.log.faults).toEqual([]);
});

test('a key store that never answers holds no window up, and what asks for secrets for 5 s at most (security: K7)', async () => {
  const core = createTestCore({ secrets: silentKeyStore });
  expect(core.snapshot().accounts.accounts).toEqual([]);
  const asked = core.commands.secrets.read({});
  core.ports.clock.advance(5_000);
  expect(value(await asked)).toMatchObject({ protection: 'memory', problem: 'no-answer' });
});

test('while a key store does not answer, sending says so, and what it sealed is there once it does (security: K7)', async () => {
  const secrets = fakeKeyStore();
  const core = createTestCore({ secrets });
  await setUpSmtp(core);
  const { folder, clock } = core.ports;
  await core.close();
  const silent = createTestCore({ folder, clock, secrets: silentKeyStore });
  const asked = silent.commands.accounts.signIn({ identifier: 'maria@example.com' });
  clock.advance(5_000);
  expect(value(await asked).carrier).toBe('smtp');
  await silent.idle();
  expect(silent.snapshot().challenges).toMatchObject([{ state: 'send-failed', failure: 'secret-missing' }]);
  expect(await passwordOf(silent)).toBe('missing');
  await silent.close();
  expect(await passwordOf(createTestCore({ folder, clock, secrets }))).toBe('kept');
});

test('erasing everything takes secrets and passphrase out of memory and files', async () => {
  const core = createTestCore({ secrets: noKeyStore() });
  await setUpSmtp(core);
  value(await core.commands.secrets.setPassphrase({ passphrase: PASSPHRASE }));
  value(await core.commands.accounts.eraseEverything({}));
  expect(existsSync(join(core.ports.folder, 'passphrase.json'))).toBe(false);
  expect(value(await core.commands.secrets.read({}))).toMatchObject({ protection: 'memory', locked: false });
  expect(refusal(await core.commands.ways.save({ setUp: SMTP, secret: null }))).toMatchObject({ field: 'secret' });
});
