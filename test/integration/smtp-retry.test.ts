import { expect, test } from 'vitest';
import { codeIn, value, type TestCore } from '../support/core.ts';
import { scriptedSmtp } from '../support/scripted-smtp.ts';
import { answered, createSmtpCore } from '../support/smtp-core.ts';

const SECOND = 1000;
const identifier = 'maria@example.com';
const start = async (core: TestCore) => value(await core.commands.accounts.signIn({ identifier }));
const later = (core: TestCore, ms: number) => new Date(core.ports.clock.now() + ms).toISOString();

test('a server that asks to wait twice gets one mail, and the challenge says when it is tried again', async () => {
  const server = await scriptedSmtp({ step: 'RCPT', fault: '451 4.7.1 greylisted', times: 2 });
  const core = await createSmtpCore(server.address);
  const { id, expiresAt } = await start(core);
  const waits = { state: 'sending', said: '451 4.7.1 greylisted', expiresAt };

  expect(await answered(core)).toMatchObject({ ...waits, retryAt: later(core, 15 * SECOND) });
  const second = answered(core, 2);
  core.ports.clock.advance(15 * SECOND);
  expect(await second).toMatchObject({ ...waits, retryAt: later(core, 30 * SECOND) });
  core.ports.clock.advance(30 * SECOND - 1);
  expect(server.recipients).toHaveLength(2);
  core.ports.clock.advance(1);
  await core.idle();

  expect(await answered(core)).toMatchObject({ state: 'waiting', retryAt: null, said: null, sendNumber: 1, expiresAt });
  expect(server.recipients).toEqual([identifier, identifier, identifier]);
  expect(server.mails).toHaveLength(1);
  const code = codeIn(/\r\n\r\n(\d{6}\r\n[^]*)/.exec(server.mails.join())?.[1] ?? '');
  expect(value(await core.commands.challenge.submit({ challengeId: id, code }))).toHaveProperty('accountId');
});

test('a server that asks to wait for as long as the code is of use ends as busy, with its own words', async () => {
  const server = await scriptedSmtp({ step: 'MAIL', fault: '421 4.3.2 closing' });
  const core = await createSmtpCore(server.address);
  await start(core);
  const delays: number[] = [];
  let challenge = await answered(core);
  while (challenge.retryAt !== null) {
    const delay = Date.parse(challenge.retryAt) - core.ports.clock.now();
    delays.push(delay);
    const next = answered(core, 2);
    core.ports.clock.advance(delay);
    challenge = await next;
  }
  expect(challenge).toMatchObject({ state: 'send-failed', failure: 'busy', said: '421 4.3.2 closing' });
  expect(delays.map((ms) => ms / SECOND)).toEqual([15, 30, 60, 120, 240]);
  expect(server.mails).toEqual([]);
});

test('a mail that was handed over is not sent again, whatever the server says of it', async () => {
  const server = await scriptedSmtp({ step: 'dot', fault: '451 4.3.0 later' });
  const core = await createSmtpCore(server.address);
  await start(core);
  expect(await answered(core)).toMatchObject({ state: 'send-failed', failure: 'busy', said: '451 4.3.0 later' });
  core.ports.clock.advance(300 * SECOND);
  expect(server.mails).toHaveLength(1);
});

test('a challenge that is cancelled while it waits is not tried again', async () => {
  const server = await scriptedSmtp({ step: 'RCPT', fault: '450 4.2.0 later' });
  const core = await createSmtpCore(server.address);
  const { id } = await start(core);
  await answered(core);
  value(await core.commands.challenge.cancel({ challengeId: id }));
  core.ports.clock.advance(300 * SECOND);
  await core.close();
  expect(server.recipients).toHaveLength(1);
});

test('a new code while the old one waits to be tried again is the only one that arrives', async () => {
  const server = await scriptedSmtp({ step: 'RCPT', fault: '450 4.2.0 later', times: 2 });
  const core = await createSmtpCore(server.address);
  const { id } = await start(core);
  await answered(core);
  const second = answered(core, 2);
  core.ports.clock.advance(30 * SECOND);
  await second;
  value(await core.commands.challenge.resend({ challengeId: id }));
  await core.idle();
  core.ports.clock.advance(300 * SECOND);
  expect(await answered(core)).toMatchObject({ state: 'waiting', sendNumber: 2 });
  expect(server.mails).toHaveLength(1);
});
