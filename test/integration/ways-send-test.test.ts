import { expect, test } from 'vitest';
import { readMail } from '../../main/delivery/read-mail.ts';
import { createTestCore, refusal, value, type TestCore } from '../support/core.ts';
import { scriptedSmtp, type ScriptedServer } from '../support/scripted-smtp.ts';
import { SECRETS, smtpSetUp, twilioSetUp } from '../support/set-ups.ts';
import type { Script } from '../support/smtp-script.ts';

const TO = 'maria@example.com';

/** Sets SMTP up with a server of this test, in a core that goes on with `folder`. */
async function withServer(script: Script = {}, folder?: string): Promise<{ core: TestCore; server: ScriptedServer }> {
  const server = await scriptedSmtp(script);
  const core = createTestCore(folder === undefined ? {} : { folder });
  const { host, port } = server.address;
  value(await core.commands.ways.save({ setUp: smtpSetUp({ host, port, tls: 'none' }), secret: SECRETS.smtp }));
  return { core, server };
}

const sendTest = ({ commands }: TestCore, to = TO) => commands.ways.sendTest({ carrier: 'smtp', to });
const lastTest = async ({ commands }: TestCore) =>
  value(await commands.ways.list({})).find(({ name }) => name === 'smtp')?.lastTest;

test('a test arrives without a code, and its answer is kept until the way changes', async () => {
  const { core, server } = await withServer();
  const report = value(await sendTest(core));
  const at = new Date(core.ports.clock.now()).toISOString();
  expect(report).toMatchObject({ at, outcome: 'sent', failure: null });
  expect(server.recipients).toEqual([TO]);
  const { text } = await readMail(Buffer.from(server.mails.join()));
  expect(text).toMatch(/^This is a test from Switchboard on the computer/);
  expect(text).not.toMatch(/\b\d{6}\b/);
  expect(await lastTest(core)).toEqual(report);
  expect(core.snapshot().challenges).toEqual([]);
  value(await core.commands.ways.save({ setUp: smtpSetUp(), secret: 'another' }));
  expect(await lastTest(core)).toBeNull();
});

test.each<[Script, object]>([
  [
    { step: 'AUTH', fault: '535 5.7.8 Not that password' },
    { outcome: 'not-sent', failure: 'login-refused', said: expect.stringContaining('Not that password') },
  ],
  [
    { step: 'RCPT', fault: '550 5.1.1 Nobody here' },
    { outcome: 'not-sent', failure: 'recipient-refused', said: expect.stringContaining('Nobody here') },
  ],
  // What a code would be tried again for is told at once: the person sits in front of it.
  [
    { step: 'MAIL', fault: '451 4.7.1 Later' },
    { outcome: 'not-sent', failure: 'busy', said: expect.stringContaining('Later') },
  ],
  [
    { step: 'dot', fault: 'drop' },
    { outcome: 'unsure', failure: null, said: null },
  ],
])('what the server answers is told: %j', async (script, expected) => {
  const { core } = await withServer(script);
  expect(value(await sendTest(core))).toMatchObject(expected);
});

test('a server that says nothing is given up after 30 s, and the next test waits for that', async () => {
  const { core, server } = await withServer({ step: 'EHLO', fault: 'silence', times: 1 });
  const first = sendTest(core);
  const second = sendTest(core, 'other@example.com');
  await server.reached;
  core.ports.clock.advance(29_999);
  expect(server.commands).toHaveLength(1);
  core.ports.clock.advance(1);
  expect(value(await first)).toMatchObject({ outcome: 'not-sent', failure: 'timed-out' });
  expect(value(await second)).toMatchObject({ outcome: 'sent' });
  expect(server.recipients).toEqual(['other@example.com']);
});

test.each(['save', 'forget'] as const)(
  'a test that is under way says nothing of what comes after a %s',
  async (change) => {
    const { core, server } = await withServer({ step: 'EHLO', fault: 'silence', times: 1 });
    const asked = sendTest(core);
    await server.reached;
    if (change === 'forget') value(await core.commands.ways.forget({ name: 'smtp' }));
    value(await core.commands.ways.save({ setUp: smtpSetUp(), secret: 'another' }));
    core.ports.clock.advance(30_000);
    expect(value(await asked)).toMatchObject({ failure: 'timed-out' });
    expect(await lastTest(core)).toBeNull();
  },
);

test('closing the app gives up the test that is on its way', async () => {
  const { core, server } = await withServer({ step: 'EHLO', fault: 'silence' });
  const asked = sendTest(core);
  await server.reached;
  await core.close();
  expect(value(await asked)).toMatchObject({ outcome: 'not-sent', failure: 'timed-out' });
});

test('tests count as sends, each before it goes out, across restarts and together with codes', async () => {
  const { core } = await withServer({ step: 'RCPT', fault: '550 5.1.1 Nobody here' });
  const soon = { code: 'resend-too-soon', retryAt: new Date(core.ports.clock.now() + 30_000).toISOString() };
  value(await sendTest(core));
  expect(refusal(await sendTest(core, 'MARIA@example.com'))).toEqual(soon);
  expect(refusal(await core.commands.accounts.signIn({ identifier: TO }))).toEqual(soon);
  await core.close();
  const { core: again } = await withServer({}, core.ports.folder);
  expect(refusal(await sendTest(again))).toEqual(soon);
  for (let n = 2; n <= 5; n += 1) {
    again.ports.clock.advance(30_000);
    value(await sendTest(again));
  }
  again.ports.clock.advance(30_000);
  expect(refusal(await sendTest(again))).toMatchObject({ code: 'too-many-sends', scope: 'identifier' });
});

test('tests count against the cost cap', async () => {
  const core = createTestCore({ fetch: () => Promise.reject(new TypeError('offline')) });
  value(await core.commands.ways.save({ setUp: twilioSetUp({ perMonth: 1 }), secret: SECRETS.twilio }));
  const to = (number: string) => core.commands.ways.sendTest({ carrier: 'twilio', to: number });
  value(await to('0170 1234567'));
  const retryAt = new Date(core.ports.clock.now() + 30 * 86_400_000).toISOString();
  expect(refusal(await to('0170 7654321'))).toEqual({ code: 'cost-cap-reached', retryAt });
});

test('only what is set up is tested, and only with whom it reaches', async () => {
  const { core, server } = await withServer();
  const refusalOf = async (carrier: 'smtp' | 'twilio', to: string) =>
    refusal(await core.commands.ways.sendTest({ carrier, to }));
  expect(await refusalOf('twilio', TO)).toEqual({ code: 'not-set-up' });
  expect(await refusalOf('smtp', '0170 1234567')).toEqual({ code: 'carrier-off' });
  expect(await refusalOf('smtp', ' ')).toEqual({ code: 'identifier-empty' });
  expect(await refusalOf('smtp', 'nobody')).toEqual({ code: 'identifier-unrecognized' });
  expect(await refusalOf('smtp', 'a@b@')).toEqual({ code: 'email-invalid' });
  expect(server.commands).toEqual([]);
  expect(await lastTest(core)).toBeNull();
});

test('neither the recipient nor the password is in the log', async () => {
  const { core } = await withServer({ step: 'AUTH', fault: `535 maria@example.com: ${SECRETS.smtp} is wrong` });
  value(await sendTest(core));
  const logged = JSON.stringify(core.ports.log.events);
  expect(logged).toContain('test-sent');
  expect(logged).not.toContain(TO);
  expect(logged).not.toContain(SECRETS.smtp);
});
