import { expect, test } from 'vitest';
import type { FittingWay } from '../../shared/domain/way.ts';
import { ProofStrength } from '../../shared/domain/names.ts';
import { createTestCore, refusal, value, type TestCore } from '../support/core.ts';
import { heldSecrets } from '../support/ports.ts';
import {
  azureSetUp,
  microsoftSetUp,
  openIdSetUp,
  SECRETS,
  smtpSetUp,
  twilioSetUp,
  webhookSetUp,
} from '../support/set-ups.ts';

const EMAIL = { identifier: 'maria@example.com' };
const PHONE = { identifier: '0170 1234567' };

const list = async ({ commands }: TestCore) => value(await commands.ways.list({}));
const fitting = async ({ commands }: TestCore, who: Parameters<TestCore['commands']['ways']['fitting']>[0]) =>
  value(await commands.ways.fitting(who));
const namesOf = (ways: FittingWay[]) => ways.map(({ name }) => name);
const saveSmtp = async ({ commands }: TestCore) =>
  value(await commands.ways.save({ setUp: smtpSetUp(), secret: SECRETS.smtp }));

test('every way that can be set up is listed, the strongest first, and at first none is set up', async () => {
  const ways = await list(createTestCore());
  expect(ways.map(({ name }) => name)).toEqual(['microsoft', 'openid', 'graph', 'smtp', 'twilio', 'azure', 'webhook']);
  expect([...new Set(ways.map(({ strength }) => strength))]).toEqual(['sign-in', 'email', 'text-message']);
  for (const way of ways) expect(way).toMatchObject({ setUp: null, secret: 'not-needed', lastTest: null });
});

test("Microsoft is set up by the build's client id until the person saves another", async () => {
  const clientId = '11111111-2222-3333-4444-555555555555';
  const core = createTestCore({}, { clientId });
  const built = { name: 'microsoft', clientId, tenant: 'common' };
  expect((await list(core))[0]?.setUp).toEqual(built);
  expect((await fitting(core, EMAIL))[0]).toMatchObject({ name: 'microsoft', problem: null });
  value(await core.commands.ways.save({ setUp: microsoftSetUp(), secret: null }));
  expect((await list(core))[0]?.setUp).toEqual(microsoftSetUp());
  value(await core.commands.ways.forget({ name: 'microsoft' }));
  expect((await list(core))[0]?.setUp).toEqual(built);
});

test('without any set-up sign-in says what is missing, and codes go to the local mailbox', async () => {
  const core = createTestCore();
  const expected = [
    { name: 'microsoft', strength: 'sign-in', label: 'Microsoft', problem: 'not-set-up' },
    { name: 'local-mailbox', strength: 'practice', label: 'Local mailbox', problem: null },
  ];
  expect(await fitting(core, EMAIL)).toEqual(expected);
  expect(await fitting(core, PHONE)).toEqual(expected);
});

test('the ways that fit are the strongest first, each by its own name', async () => {
  const core = createTestCore();
  const { save } = core.commands.ways;
  value(await save({ setUp: openIdSetUp(), secret: null }));
  value(await save({ setUp: microsoftSetUp(), secret: null }));
  await saveSmtp(core);
  value(await save({ setUp: webhookSetUp(), secret: SECRETS.webhook }));
  value(await save({ setUp: azureSetUp(), secret: SECRETS.azure }));
  value(await save({ setUp: twilioSetUp(), secret: SECRETS.twilio }));
  const [byEmail, byPhone] = [await fitting(core, EMAIL), await fitting(core, PHONE)];
  expect(byEmail.map(({ label }) => label)).toEqual(['Microsoft', 'Example', 'codes@example.com']);
  expect(namesOf(byPhone)).toEqual(['microsoft', 'openid', 'twilio', 'azure', 'webhook']);
  expect(byPhone.map(({ label }) => label).slice(2)).toEqual([
    'Twilio',
    'Azure Communication Services',
    'codes.example.com',
  ]);
  for (const ways of [byEmail, byPhone]) {
    expect(ways.every(({ problem }) => problem === null)).toBe(true);
    const ranks = ways.map(({ strength }) => ProofStrength.options.indexOf(strength));
    expect(ranks).toEqual(ranks.toSorted((one, other) => other - one));
  }
});

test('what is typed is read as it is for a code, and refused as it is', async () => {
  const { commands } = createTestCore();
  const codeOf = async (identifier: string) => refusal(await commands.ways.fitting({ identifier })).code;
  expect(await codeOf(' ')).toBe('identifier-empty');
  expect(await codeOf('nobody')).toBe('identifier-unrecognized');
  expect(await codeOf('a@')).toBe('email-invalid');
  expect(await codeOf('+49 1')).toBe('phone-impossible');
  const accountId = '3f0c8a86-5e7b-4d9e-9c0b-1f2a3b4c5d6e';
  expect(refusal(await commands.ways.fitting({ accountId }))).toEqual({ code: 'account-not-found' });
});

test('for an account that is there its own identifier decides', async () => {
  const core = createTestCore();
  const maria = await core.signIn('maria@example.com');
  const phone = await core.link('0170 1234567');
  await saveSmtp(core);
  expect(namesOf(await fitting(core, { accountId: maria }))).toEqual(['microsoft', 'smtp']);
  expect(namesOf(await fitting(core, { accountId: phone }))).toEqual(['microsoft', 'local-mailbox']);
  value(await core.commands.accounts.remove({ accountId: phone, successorId: null }));
  expect(refusal(await core.commands.ways.fitting({ accountId: phone }))).toEqual({ code: 'account-not-found' });
});

test('a real carrier turns the local mailbox off for what it reaches, until it is forgotten', async () => {
  const core = createTestCore();
  await core.signIn('primary@example.com');
  const overMailbox = () => core.commands.accounts.link({ identifier: 'work@example.com', carrier: 'local-mailbox' });
  await saveSmtp(core);
  expect(refusal(await overMailbox())).toEqual({ code: 'carrier-off' });
  value(await core.commands.accounts.link({ ...PHONE, carrier: 'local-mailbox' }));
  value(await core.commands.ways.forget({ name: 'smtp' }));
  expect(namesOf(await fitting(core, EMAIL))).toEqual(['microsoft', 'local-mailbox']);
  value(await overMailbox());
  await core.idle();
});

test('who waits for a code in the local mailbox is let go once a real carrier reaches them', async () => {
  const core = createTestCore();
  await core.signIn('primary@example.com');
  const email = value(await core.commands.accounts.link(EMAIL));
  const phone = value(await core.commands.accounts.link(PHONE));
  await core.idle();
  await saveSmtp(core);
  expect(core.snapshot().challenges.map(({ id }) => id)).toEqual([phone.id]);
  const code = await core.newestCode();
  const submitted = await core.commands.challenge.submit({ challengeId: email.id, code });
  expect(refusal(submitted)).toEqual({ code: 'challenge-closed' });
  value(await core.commands.ways.save({ setUp: twilioSetUp(), secret: SECRETS.twilio }));
  expect(core.snapshot().challenges).toEqual([]);
});

test('set-ups outlive the app, and their secrets where the system has a key store', async () => {
  const setUps = [smtpSetUp(), twilioSetUp(), microsoftSetUp(), openIdSetUp()];
  const restarted = async (isProtected: boolean) => {
    const first = createTestCore({ secrets: heldSecrets(isProtected) });
    for (const setUp of setUps) {
      const secret = setUp.name === 'smtp' || setUp.name === 'twilio' ? SECRETS[setUp.name] : null;
      value(await first.commands.ways.save({ setUp, secret }));
    }
    await first.close();
    const again = createTestCore({ folder: first.ports.folder, secrets: heldSecrets(isProtected) });
    const ways = (await list(again)).filter(({ setUp }) => setUp !== null);
    expect(ways.map(({ setUp }) => setUp)).toEqual([microsoftSetUp(), openIdSetUp(), smtpSetUp(), twilioSetUp()]);
    return { secrets: ways.map(({ secret }) => secret), smtp: (await fitting(again, EMAIL)).at(-1) };
  };
  const kept = await restarted(true);
  expect(kept.secrets).toEqual(['not-needed', 'not-needed', 'kept', 'kept']);
  expect(kept.smtp).toMatchObject({ name: 'smtp', problem: null });
  const lost = await restarted(false);
  expect(lost.secrets).toEqual(['not-needed', 'not-needed', 'missing', 'missing']);
  // The local mailbox stays off: losing a password must not make a real way a practice one.
  expect(lost.smtp).toMatchObject({ name: 'smtp', problem: 'secret-missing' });
});

test('everyone hears of what changes a way, and of nothing where it was refused', async () => {
  const core = createTestCore();
  let heard = 0;
  core.subscribe(({ name }) => (heard += name === 'ways.changed' ? 1 : 0));
  const hears = async (change: () => Promise<unknown>) => {
    const before = heard;
    await change();
    return heard > before;
  };
  await list(core);
  expect(await hears(() => saveSmtp(core))).toBe(true);
  expect(await hears(() => core.commands.ways.save({ setUp: smtpSetUp({ port: 0 }), secret: null }))).toBe(false);
  expect(await hears(() => core.commands.secrets.setPassphrase({ passphrase: 'four words in a row' }))).toBe(true);
  expect(await hears(() => core.commands.ways.forget({ name: 'smtp' }))).toBe(true);
  expect(await hears(() => core.commands.ways.forget({ name: 'smtp' }))).toBe(false);
  expect(await hears(() => list(core))).toBe(false);
  expect(await hears(() => core.signIn('maria@example.com'))).toBe(true);
});

test('erasing everything takes the ways along', async () => {
  const core = createTestCore();
  value(await core.commands.ways.save({ setUp: smtpSetUp({ host: '127.0.0.1', port: 1, tls: 'none' }), secret: 'x' }));
  value(await core.commands.ways.sendTest({ carrier: 'smtp', to: 'maria@example.com' }));
  expect((await list(core)).filter(({ lastTest }) => lastTest !== null)).toHaveLength(1);
  value(await core.commands.accounts.eraseEverything({}));
  expect((await list(core)).every(({ setUp, lastTest }) => setUp === null && lastTest === null)).toBe(true);
  expect(namesOf(await fitting(core, EMAIL))).toEqual(['microsoft', 'local-mailbox']);
});
