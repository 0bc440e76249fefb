import { createTransport } from 'nodemailer';
import type { Options } from 'nodemailer/lib/smtp-transport/index.js';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { testAuthority, type TestAuthority } from '../support/certificates.ts';
import { startPostfix, type Postfix } from '../support/postfix.ts';

let authority: TestAuthority;
let postfix: Postfix;

/** Sends a mail with bare nodemailer, over STARTTLS unless told otherwise. */
function send(to: string, options: Options = {}) {
  const { host, port, login } = postfix;
  const secured = { host, port, auth: login, requireTLS: true, tls: { ca: authority.caPem } };
  return createTransport({ ...secured, ...options }).sendMail({ from: login.user, to, text: 'The code is 123456' });
}

describe.runIf(process.platform === 'linux')('the Postfix of the tests', () => {
  beforeAll(async () => {
    authority = await testAuthority();
    postfix = await startPostfix({ authority });
  });
  afterAll(() => postfix.stop());

  test.each(['STARTTLS', 'implicit TLS'])(
    'a mail sent with a login over %s is in the mailbox of its address',
    async (way) => {
      const to = `ada.${way.length}@${postfix.domain}`;
      await send(to, way === 'STARTTLS' ? {} : { port: postfix.tlsPort, requireTLS: false, secure: true });
      await send(`grace@${postfix.domain}`);
      const messages = await postfix.messages(to);
      expect(messages).toEqual([expect.stringMatching(/ESMTPSA[^]*\n\nThe code is 123456\n/)]);
    },
  );

  test('a wrong password is refused', async () => {
    const wrong = { user: postfix.login.user, pass: 'wrong' };
    await expect(send(`ada@${postfix.domain}`, { auth: wrong })).rejects.toMatchObject({
      code: 'EAUTH',
      responseCode: 535,
    });
  });

  test('a login without TLS is refused', async () => {
    const plain = send(`ada@${postfix.domain}`, {
      requireTLS: false,
      ignoreTLS: true,
      forceAuth: true,
      auth: { ...postfix.login, method: 'PLAIN' },
    });
    await expect(plain).rejects.toMatchObject({ command: 'AUTH PLAIN', responseCode: 530 });
  });

  test('an address without a mailbox and another domain are refused', async () => {
    const refused = { code: 'EENVELOPE', command: 'RCPT TO' };
    await expect(send(`unknown@${postfix.domain}`)).rejects.toMatchObject({ ...refused, responseCode: 550 });
    await expect(send('ada@example.org')).rejects.toMatchObject({ ...refused, responseCode: 554 });
  });

  test('without a login nothing is taken', async () => {
    const { host, port, domain } = postfix;
    const transport = createTransport({ host, port, requireTLS: true, tls: { ca: authority.caPem } });
    const sent = transport.sendMail({ from: `eve@${domain}`, to: `ada@${domain}`, text: 'Hello' });
    await expect(sent).rejects.toMatchObject({ command: 'RCPT TO', responseCode: 554 });
  });

  test('a server whose certificate is for another host gets no login', async () => {
    const certificate = await authority.issue({ host: 'example.org' });
    const other = await startPostfix({ authority, certificate });
    onTestFinished(() => other.stop());
    await expect(send(`ada@${other.domain}`, { port: other.port })).rejects.toThrow(
      "IP: 127.0.0.1 is not in the cert's list",
    );
  });

  test('two of them run beside each other', async () => {
    const other = await startPostfix({ authority });
    try {
      await send(`ada.other@${other.domain}`, { port: other.port });
      expect(await other.messages(`ada.other@${other.domain}`)).toHaveLength(1);
      expect(await postfix.messages(`ada.other@${other.domain}`, 0)).toEqual([]);
    } finally {
      await other.stop();
    }
    await send(`ada.still@${postfix.domain}`);
    expect(await postfix.messages(`ada.still@${postfix.domain}`)).toHaveLength(1);
  });
});
