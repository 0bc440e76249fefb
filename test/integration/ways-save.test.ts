import { describe, expect, test } from 'vitest';
import { AccountId } from '../../shared/domain/account.ts';
import type { SetUp, SetUpName } from '../../shared/domain/way.ts';
import type { SettingProblem } from '../../shared/errors.ts';
import { createTestCore, refusal, value, type TestCore } from '../support/core.ts';
import { heldSecrets } from '../support/ports.ts';
import * as setUps from '../support/set-ups.ts';

const { SECRETS, smtpSetUp, twilioSetUp, azureSetUp, webhookSetUp, microsoftSetUp, openIdSetUp } = setUps;
const nobody = AccountId.parse('3f0c8a86-5e7b-4d9e-9c0b-1f2a3b4c5d6e');
const long = 'a'.repeat(256);

interface Saved {
  setUp: SetUp;
  secret: string | null;
}

const smtp = (changes: Parameters<typeof smtpSetUp>[0] = {}): Saved => ({
  setUp: smtpSetUp(changes),
  secret: SECRETS.smtp,
});
const twilio = (changes: Parameters<typeof twilioSetUp>[0] = {}): Saved => ({
  setUp: twilioSetUp(changes),
  secret: SECRETS.twilio,
});
const azure = (changes: Parameters<typeof azureSetUp>[0] = {}): Saved => ({
  setUp: azureSetUp(changes),
  secret: SECRETS.azure,
});
const webhook = (changes: Parameters<typeof webhookSetUp>[0] = {}): Saved => ({
  setUp: webhookSetUp(changes),
  secret: SECRETS.webhook,
});
const microsoft = (changes: Parameters<typeof microsoftSetUp>[0] = {}): Saved => ({
  setUp: microsoftSetUp(changes),
  secret: null,
});
const openId = (changes: Parameters<typeof openIdSetUp>[0] = {}): Saved => ({
  setUp: openIdSetUp(changes),
  secret: null,
});
const account = { kind: 'account', accountId: nobody } as const;

/** What each problem is found in: the field it is told of, and set-ups that have it. */
const broken: Record<Exclude<SettingProblem, 'account-cannot-send'>, [field: string, ...saved: Saved[]][]> = {
  empty: [
    ['user', smtp({ login: { kind: 'password', user: ' ' } })],
    ['label', openId({ label: '\u200b' })],
    ['clientId', openId({ clientId: '' })],
    ['secret', { ...smtp(), secret: null }, { ...smtp(), secret: '' }],
    ['secret', { ...twilio(), secret: null }, { ...twilio(), secret: ' \n' }],
    ['secret', { ...azure(), secret: null }, { ...webhook(), secret: null }],
  ],
  'too-long': [
    ['user', smtp({ login: { kind: 'password', user: long } })],
    ['label', openId({ label: 'a'.repeat(41) })],
    ['clientId', openId({ clientId: long })],
    ['mailScope', openId({ mailScope: long })],
  ],
  'not-a-host': [['host', smtp({ host: '' }), smtp({ host: 'https://smtp.example.com' }), smtp({ host: 'a:25' })]],
  'not-a-port': [['port', smtp({ port: 0 }), smtp({ port: 65_536 }), smtp({ port: -1 })]],
  'not-an-email': [
    ['from', smtp({ from: '' }), smtp({ from: 'codes' }), smtp({ from: 'a@example.com, b@example.com' })],
    ['from', smtp({ from: 'a@example.com\r\nBcc: b@example.com' }), smtp({ from: 'Codes <a@example.com>' })],
  ],
  'not-a-sender': [
    ['from', twilio({ from: '' }), twilio({ from: '015005550006' }), twilio({ from: 'Switchboards' })],
    ['from', azure({ from: '' }), azure({ from: `MG${'0'.repeat(32)}` }), azure({ from: '12345' })],
  ],
  'not-https': [
    ['address', webhook({ address: 'http://example.com' }), webhook({ address: 'https://key@example.com' })],
    ['issuer', openId({ issuer: 'http://id.example.com' }), openId({ issuer: 'https://id.example.com?tenant=a' })],
  ],
  'not-a-certificate': [['certificateAuthority', smtp({ certificateAuthority: 'example.com' })]],
  'not-a-client-id': [['clientId', microsoft({ clientId: '' }), microsoft({ clientId: 'switchboard' })]],
  'not-a-tenant': [['tenant', microsoft({ tenant: '' }), microsoft({ tenant: 'common/v2.0' })]],
  'not-an-account-sid': [['accountSid', twilio({ accountSid: '' }), twilio({ accountSid: `SK${'0'.repeat(32)}` })]],
  'not-a-key-sid': [['keySid', twilio({ keySid: 'key' }), twilio({ keySid: `AC${'0'.repeat(32)}` })]],
  'not-a-connection-string': [['secret', { ...azure(), secret: 'c2VjcmV0LWtleQ==' }]],
  'key-too-short': [['secret', { ...webhook(), secret: 'a'.repeat(31) }]],
  'not-a-limit': [
    ['perMonth', ...[0, 1001, -1].flatMap((perMonth) => [twilio({ perMonth }), azure({ perMonth })])],
    ['perMonth', webhook({ perMonth: 0 })],
  ],
  'no-such-account': [
    ['accountId', { setUp: { name: 'graph', accountId: nobody }, secret: null }, smtp({ login: account })],
  ],
  'plain-only-here': [
    ['tls', smtp({ tls: 'none' }), smtp({ tls: 'none', host: '192.168.0.1' }), smtp({ tls: 'none', host: '::2' })],
  ],
};

const shown = async ({ commands }: TestCore, name: SetUpName) =>
  value(await commands.ways.list({})).find((way) => way.name === name);

test.each(Object.entries(broken))('%s', async (problem, fields) => {
  const core = createTestCore();
  const { revision } = core.snapshot();
  for (const [field, ...saved] of fields) {
    for (const input of saved) {
      const error = refusal(await core.commands.ways.save(input));
      expect({ input, error }).toEqual({ input, error: { code: 'setting-invalid', field, problem } });
    }
  }
  expect(value(await core.commands.ways.list({})).every(({ setUp }) => setUp === null)).toBe(true);
  expect(core.snapshot().revision).toBe(revision);
  expect(core.ports.log.faults).toEqual([]);
});

test('who has not signed in, or has not allowed it, sends no codes', async () => {
  const core = createTestCore();
  const accountId = await core.signIn('maria@example.com');
  const answers = [
    await core.commands.ways.save({ setUp: { name: 'graph', accountId }, secret: null }),
    await core.commands.ways.save(smtp({ login: { kind: 'account', accountId } })),
  ];
  for (const answer of answers) {
    expect(refusal(answer)).toMatchObject({ field: 'accountId', problem: 'account-cannot-send' });
  }
});

test.each<[Saved, object?]>([
  [smtp()],
  [smtp({ tls: 'starttls', port: 587, host: ' münchen.example ' }), { host: 'münchen.example' }],
  [smtp({ tls: 'none', host: '127.0.0.1', login: { kind: 'none' } })],
  [smtp({ tls: 'none', host: '::1' })],
  [smtp({ tls: 'none', host: 'localhost' })],
  [twilio()],
  [twilio({ keySid: `SK${'0'.repeat(32)}`, from: `MG${'a'.repeat(32)}`, perMonth: 1 })],
  [twilio({ from: '+1 500 555 0006', perMonth: 1000 }), { from: '+15005550006' }],
  [azure()],
  [azure({ from: 'My Codes' })],
  [webhook()],
  [microsoft()],
  [microsoft({ tenant: 'contoso.onmicrosoft.com' })],
  [openId()],
])('what holds is saved: %j', async ({ setUp, secret }, tidied = {}) => {
  const core = createTestCore();
  value(await core.commands.ways.save({ setUp, secret }));
  expect((await shown(core, setUp.name))?.setUp).toEqual({ ...setUp, ...tidied });
  expect(core.ports.log.events).toContainEqual({ name: 'way-saved', fields: { way: setUp.name } });
});

describe('a password is used only for what it was given for', () => {
  const key = `SK${'1'.repeat(32)}`;
  test.each([
    ['another server', smtp(), smtpSetUp({ host: 'smtp.example.net' })],
    ['another user', smtp(), smtpSetUp({ login: { kind: 'password', user: 'other' } })],
    ['another account', twilio(), twilioSetUp({ accountSid: `AC${'1'.repeat(32)}` })],
    ['another key', twilio(), twilioSetUp({ keySid: key })],
    ['a server that took none so far', smtp({ login: { kind: 'none' } }), smtpSetUp()],
  ])('%s asks for it anew', async (_what, before, after) => {
    const core = createTestCore();
    value(await core.commands.ways.save(before));
    const asked = await core.commands.ways.save({ setUp: after, secret: null });
    expect(refusal(asked)).toEqual({ code: 'setting-invalid', field: 'secret', problem: 'empty' });
    expect(await shown(core, after.name)).toMatchObject({ setUp: before.setUp });
    value(await core.commands.ways.save({ setUp: after, secret: 'the new one' }));
    expect(await shown(core, after.name)).toMatchObject({ setUp: after, secret: 'kept' });
  });

  test.each([
    [smtp(), smtpSetUp({ port: 587, tls: 'starttls', from: 'other@example.com' })],
    [twilio(), twilioSetUp({ from: 'Codes', perMonth: 5 })],
    [azure(), azureSetUp({ from: 'Codes' })],
    [webhook(), webhookSetUp({ perMonth: 5 })],
  ])('the rest changes without it: $setUp.name', async (before, after) => {
    const core = createTestCore();
    value(await core.commands.ways.save(before));
    value(await core.commands.ways.save({ setUp: after, secret: null }));
    expect(await shown(core, after.name)).toMatchObject({ setUp: after, secret: 'kept' });
  });

  test('one that was lost has to be given again', async () => {
    const first = createTestCore({ secrets: heldSecrets(false) });
    value(await first.commands.ways.save(smtp()));
    expect(await shown(first, 'smtp')).toMatchObject({ secret: 'in-memory' });
    value(await first.commands.ways.save({ setUp: smtpSetUp({ port: 25 }), secret: null }));
    await first.close();
    const again = createTestCore({ folder: first.ports.folder, secrets: heldSecrets(false) });
    expect(await shown(again, 'smtp')).toMatchObject({ setUp: { port: 25 }, secret: 'missing' });
    const asked = await again.commands.ways.save({ setUp: smtpSetUp(), secret: null });
    expect(refusal(asked)).toMatchObject({ field: 'secret', problem: 'empty' });
  });
});

test('while secrets are locked nothing is saved that brings one, and the rest is', async () => {
  const first = createTestCore({ secrets: heldSecrets(false) });
  value(await first.commands.secrets.setPassphrase({ passphrase: 'four words in a row' }));
  value(await first.commands.ways.save(smtp()));
  await first.close();
  const again = createTestCore({ folder: first.ports.folder, secrets: heldSecrets(false) });
  expect(await shown(again, 'smtp')).toMatchObject({ secret: 'locked' });
  const locked = await again.commands.ways.save({ setUp: smtpSetUp({ port: 25 }), secret: 'another' });
  expect(refusal(locked)).toEqual({ code: 'secrets-locked' });
  expect(await shown(again, 'smtp')).toMatchObject({ setUp: { port: 465 }, secret: 'locked' });
  value(await again.commands.ways.save({ setUp: smtpSetUp({ port: 25 }), secret: null }));
  expect(await shown(again, 'smtp')).toMatchObject({ setUp: { port: 25 }, secret: 'locked' });
  const fitting = value(await again.commands.ways.fitting({ identifier: 'maria@example.com' }));
  expect(fitting.at(-1)).toMatchObject({ name: 'smtp', problem: 'locked' });
});
