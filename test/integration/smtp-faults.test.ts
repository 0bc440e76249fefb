import { beforeAll, describe, expect, test } from 'vitest';
import type { Challenge } from '../../shared/domain/challenge.ts';
import type { SmtpSetUp } from '../../shared/domain/way.ts';
import { testAuthority, type Certificate, type TestAuthority } from '../support/certificates.ts';
import { codeIn, refusal, value } from '../support/core.ts';
import { scriptedSmtp } from '../support/scripted-smtp.ts';
import { answered, createSmtpCore } from '../support/smtp-core.ts';
import type { Fault, Step } from '../support/smtp-script.ts';

const to = 'maria@example.com';

/** What remains of a challenge: nothing was sent and it is tried again, it failed for good, it may arrive, or it was sent. */
const again = { state: 'sending', failure: null, unsure: false, retryAt: expect.any(String) };
const failed = (failure: string) => ({ state: 'send-failed', failure, unsure: false, retryAt: null });
const unsure = { state: 'waiting', failure: null, unsure: true, retryAt: null };
const sent = { state: 'waiting', failure: null, unsure: false, retryAt: null };

/** The steps at which a server can fail (security: section 3.2), what remains, and how many copies it took over. */
const STEPS: readonly [string, Step, Fault, Partial<Record<keyof Challenge, unknown>>, 0 | 1][] = [
  ['closes at accept', 'accept', 'drop', again, 0],
  ['is silent at accept', 'accept', 'silence', again, 0],
  ['closes after the greeting', 'greeting', 'good-then-drop', again, 0],
  ['closes at EHLO', 'EHLO', 'drop', again, 0],
  ['closes at MAIL', 'MAIL', 'drop', again, 0],
  ['closes at RCPT', 'RCPT', 'drop', again, 0],
  ['closes at DATA', 'DATA', 'drop', again, 0],
  ['closes after 354', 'DATA', 'good-then-drop', unsure, 0],
  ['closes at the final dot', 'dot', 'drop', unsure, 0],
  ['closes after it took the mail', 'dot', 'good-then-drop', sent, 1],
  ['is closing', 'MAIL', '421 4.3.2 closing', again, 0],
  ['knows the mailbox as busy', 'RCPT', '450 4.2.0 later', again, 0],
  ['knows no such mailbox', 'RCPT', '550 5.1.1 nobody', failed('recipient-refused'), 0],
  ['is full', 'DATA', '452 4.3.1 full', again, 0],
  ['does not like the mail', 'dot', '554 5.7.1 spam', failed('refused'), 0],
  ['is silent after the final dot', 'dot', 'silence', unsure, 0],
];

let authority: TestAuthority;
let certificate: Certificate;
beforeAll(async () => {
  authority = await testAuthority();
  certificate = await authority.issue();
});

/** Lets a server that misbehaves take a code, or not, and tells what remains. */
async function signIn(script: { step: Step; fault: Fault; tls: SmtpSetUp['tls'] }) {
  const server = await scriptedSmtp({ ...script, certificate });
  const certificateAuthority = script.tls === 'none' ? '' : authority.caPem;
  const core = await createSmtpCore({ ...server.address, certificateAuthority });
  value(await core.commands.accounts.signIn({ identifier: to }));
  if (script.fault === 'silence') {
    await server.reached;
    core.ports.clock.advance(30_000);
  }
  return { server, core, challenge: await answered(core) };
}

/** Submits the code of the mail that a server heard. */
function submit({ server, core, challenge }: Awaited<ReturnType<typeof signIn>>) {
  const code = codeIn(/\r\n\r\n(\d{6}\r\n[^]*)/.exec(server.mails[0] ?? '')?.[1] ?? '');
  return core.commands.challenge.submit({ challengeId: challenge.id, code });
}

describe.each(['none', 'implicit', 'starttls'] as const)('over TLS %s', (tls) => {
  test.each(STEPS)('a server that %s', async (_name, step, fault, remains, copies) => {
    const { server, challenge } = await signIn({ step, fault, tls });
    expect(challenge).toMatchObject({ ...remains, carrier: 'smtp', triesLeft: 5, sendNumber: 1 });
    expect(server.accepted()).toBe(copies);
    expect(server.mails.length).toBeLessThanOrEqual(1);
  });

  test.each<Fault>(['drop', 'good-then-drop', 'silence'])('a code that may have arrived is good: %s', async (fault) => {
    expect(value(await submit(await signIn({ step: 'dot', fault, tls })))).toHaveProperty('accountId');
  });

  test('a code that was refused is not', async () => {
    const attempt = await signIn({ step: 'dot', fault: '554 5.7.1 spam', tls });
    expect(refusal(await submit(attempt))).toEqual({ code: 'code-superseded' });
  });
});
