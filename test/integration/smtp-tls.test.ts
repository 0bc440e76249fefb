import { beforeAll, describe, expect, test } from 'vitest';
import { sendBySmtp } from '../../main/delivery/smtp-conversation.ts';
import { letter } from '../../main/delivery/message.ts';
import { testAuthority, type TestAuthority } from '../support/certificates.ts';
import { scriptedSmtp, type ScriptedServer } from '../support/scripted-smtp.ts';
import { trust } from '../support/trust.ts';

let authority: TestAuthority;
beforeAll(async () => {
  authority = await testAuthority();
});

/** Sends a code to a server, trusting `certificateAuthority` beside the usual ones. */
function send({ address }: ScriptedServer, certificateAuthority = authority.caPem, host = address.host) {
  const message = letter({ code: '012345', purpose: 'link', computer: 'maria-laptop' });
  const mail = { from: 'sender@example.com', to: 'maria@example.com', message, id: '1', date: new Date(0) };
  return sendBySmtp({ ...address, host, certificateAuthority }, mail, new AbortController().signal);
}

/** Everything that names a person, proves one, or is for one. */
const telling = ({ commands, mails }: ScriptedServer) => [
  ...commands.filter((line) => /^(?:AUTH|MAIL|RCPT|DATA)/i.test(line)),
  ...mails,
];

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR);

const BAD = {
  'for another host': () => authority.issue({ host: 'mail.example.org' }),
  'for another address': () => authority.issue({ host: '127.0.0.2' }),
  'that has expired': () => authority.issue({ notBefore: ago(48), notAfter: ago(1) }),
  'that is not valid yet': () => authority.issue({ notBefore: ago(-24), notAfter: ago(-48) }),
  'that signed itself': () => authority.selfSigned(),
  'of an authority that nobody trusts': async () => (await testAuthority()).issue(),
};

describe.each(['implicit', 'starttls'] as const)('with %s TLS', (tls) => {
  test.each(Object.entries(BAD))('a certificate %s ends it before anything is told', async (_name, issue) => {
    const server = await scriptedSmtp({ tls, certificate: await issue() });
    expect(await send(server)).toEqual({ kind: 'not-sent', reason: 'certificate', said: expect.any(String) });
    expect(telling(server)).toEqual([]);
  });

  test('an authority that is given goes beside the usual ones and does not replace them', async () => {
    const certificate = await authority.issue();
    const server = await scriptedSmtp({ tls, certificate });
    const stranger = await testAuthority();
    expect(await send(server, stranger.caPem)).toMatchObject({ reason: 'certificate' });
    expect(await send(server, '')).toMatchObject({ reason: 'certificate' });
    expect(await send(server)).toMatchObject({ kind: 'sent' });
    trust(authority.caPem);
    expect(await send(server, '')).toMatchObject({ kind: 'sent' });
    expect(await send(server, stranger.caPem)).toMatchObject({ kind: 'sent' });
    expect(server.accepted()).toBe(3);
  });

  test('a server is asked for by its name, where it has one', async () => {
    const server = await scriptedSmtp({ tls, certificate: await authority.issue({ host: 'localhost' }) });
    expect(await send(server, authority.caPem, 'localhost')).toMatchObject({ kind: 'sent' });
    expect(await send(server, authority.caPem)).toMatchObject({ reason: 'certificate' });
  });

  test('a certificate authority that is none ends it', async () => {
    const server = await scriptedSmtp({ tls, certificate: await authority.issue() });
    expect(await send(server, 'no certificate')).toMatchObject({ kind: 'not-sent' });
    expect(telling(server)).toEqual([]);
  });
});

test('where somebody hides STARTTLS, no login, no sender and no code leaves', async () => {
  const server = await scriptedSmtp({ tls: 'starttls', hidesTls: true });
  expect(await send(server)).toEqual({ kind: 'not-sent', reason: 'no-tls', said: '502 unknown command' });
  expect(server.commands.map((line) => line.split(' ', 1)[0])).toEqual(['EHLO', 'STARTTLS']);
});

test('where somebody refuses EHLO, so that nothing is offered, nothing leaves either', async () => {
  const server = await scriptedSmtp({ tls: 'starttls', step: 'EHLO', fault: '502 unknown command' });
  expect(await send(server)).toMatchObject({ kind: 'not-sent', reason: 'no-tls' });
  expect(telling(server)).toEqual([]);
});

test('where STARTTLS is not to be had for now, it may be tried again', async () => {
  const server = await scriptedSmtp({ tls: 'starttls', step: 'STARTTLS', fault: '454 4.7.0 later' });
  expect(await send(server)).toMatchObject({ kind: 'not-sent', reason: 'busy', retry: { after: null } });
  expect(telling(server)).toEqual([]);
});

test('a server without TLS, where TLS was to be spoken from the start, hears nothing', async () => {
  const server = await scriptedSmtp();
  expect(await send({ ...server, address: { ...server.address, tls: 'implicit' } })).toEqual({
    kind: 'not-sent',
    reason: 'no-tls',
  });
  expect(telling(server)).toEqual([]);
});
