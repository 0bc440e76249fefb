import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SmtpServer } from '../../main/delivery/smtp-conversation.ts';
import { readMail } from '../../main/delivery/read-mail.ts';
import { testAuthority, type TestAuthority } from '../support/certificates.ts';
import { codeIn, value, type TestCore } from '../support/core.ts';
import { startPostfix, type Postfix } from '../support/postfix.ts';
import { answered, createSmtpCore, smtpSetUp } from '../support/smtp-core.ts';

let authority: TestAuthority;
let postfix: Postfix;

/** How the server is reached; it takes mail under its own address of its one user only. */
function server(tls: 'implicit' | 'starttls'): SmtpServer {
  const { host, port, tlsPort, login } = postfix;
  return { host, port: tls === 'implicit' ? tlsPort : port, tls, certificateAuthority: authority.caPem, login };
}

/** Proves an address with the code that lies in its maildir. */
async function prove(core: TestCore, ask: 'signIn' | 'link', identifier: string): Promise<void> {
  const { id } = value(await core.commands.accounts[ask]({ identifier }));
  expect(await answered(core)).toMatchObject({ carrier: 'smtp', state: 'waiting', unsure: false });
  const [raw = ''] = await postfix.messages(identifier);
  const mail = await readMail(Buffer.from(raw));
  value(await core.commands.challenge.submit({ challengeId: id, code: codeIn(mail.text) }));
}

describe.runIf(process.platform === 'linux')('with a Postfix that wants TLS and a login', () => {
  beforeAll(async () => {
    authority = await testAuthority();
    postfix = await startPostfix({ authority });
  });
  afterAll(() => postfix.stop());

  test.each(['starttls', 'implicit'] as const)('accounts are proven by codes that went out over %s', async (tls) => {
    const core = await createSmtpCore(server(tls));
    const [primary, linked] = [`${tls}.primary@${postfix.domain}`, `${tls}.linked@${postfix.domain}`];
    await prove(core, 'signIn', primary);
    await prove(core, 'link', linked);
    const proofs = core.snapshot().accounts.accounts.map(({ identifier, proof }) => [identifier.value, proof]);
    expect(proofs).toEqual([
      [primary, expect.objectContaining({ strength: 'email', carrier: 'smtp' })],
      [linked, expect.objectContaining({ strength: 'email', carrier: 'smtp' })],
    ]);
    expect(value(await core.commands.mailbox.list({}))).toEqual([]);
  });

  test('a mail comes over TLS with a login, from the sender, and says that no person wrote it', async () => {
    const core = await createSmtpCore(server('starttls'));
    const to = `headers@${postfix.domain}`;
    await prove(core, 'signIn', to);
    const [raw = ''] = await postfix.messages(to);
    expect(raw).toMatch(/with ESMTPSA id/);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(raw).toMatch(/^From: Switchboard <sender@example\.com>$/m);
    expect(raw.match(/^Message-ID: .*$/gim)).toEqual([
      expect.stringMatching(/^Message-ID: <[0-9a-f-]{36}@example\.com>$/),
    ]);
  });

  test('a wrong password is told from everything else', async () => {
    const login = { user: postfix.login.user, pass: 'wrong password' };
    const core = await createSmtpCore({ ...server('starttls'), login });
    value(await core.commands.accounts.signIn({ identifier: `wrong@${postfix.domain}` }));
    const challenge = await answered(core);
    expect(challenge).toMatchObject({ state: 'send-failed', failure: 'login-refused' });
    expect(challenge.said).toMatch(/^535 5\.7\.8 /);
  });

  test.each([
    ['unknown', /^550 5\.1\.1 .*User unknown/],
    ['ada@elsewhere', /^554 5\.7\.1 .*Relay access denied/],
  ])('a recipient that it does not take is refused, with its words: %s', async (who, said) => {
    const core = await createSmtpCore(server('starttls'));
    const identifier = who.includes('@') ? `${who}.example.org` : `${who}@${postfix.domain}`;
    value(await core.commands.accounts.signIn({ identifier }));
    const challenge = await answered(core);
    expect(challenge).toMatchObject({ state: 'send-failed', failure: 'recipient-refused' });
    expect(challenge.said).toMatch(said);
  });

  test('a test message arrives, has no code, and tells what the server answered', async () => {
    const core = await createSmtpCore(server('implicit'));
    const to = `test@${postfix.domain}`;
    const report = value(await core.commands.ways.sendTest({ carrier: 'smtp', to }));
    expect(report).toMatchObject({ outcome: 'sent', failure: null, said: expect.stringMatching(/^250 2\.0\.0 Ok/) });
    const [raw = ''] = await postfix.messages(to);
    const { text } = await readMail(Buffer.from(raw));
    expect(text).toMatch(/^This is a test from Switchboard on /);
    expect(text).not.toMatch(/\d{6}/);
  });

  test('a changed password is used from the next code on', async () => {
    const { setUp } = smtpSetUp(server('starttls'));
    const login = { user: postfix.login.user, pass: 'old password' };
    const core = await createSmtpCore({ ...server('starttls'), login });
    const { id } = value(await core.commands.accounts.signIn({ identifier: `again@${postfix.domain}` }));
    expect(await answered(core)).toMatchObject({ failure: 'login-refused' });
    value(await core.commands.ways.save({ setUp, secret: postfix.login.pass }));
    core.ports.clock.advance(30_000);
    value(await core.commands.challenge.resend({ challengeId: id }));
    expect(await answered(core)).toMatchObject({ state: 'waiting', failure: null, said: null });
  });
});
