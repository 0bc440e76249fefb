import { once } from 'node:events';
import { createServer } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { Certificate } from '../support/certificates.ts';

/** A mail as the server took it. */
export interface TakenMail {
  to: string[];
  content: string;
}

/** A mail server on this computer that demands STARTTLS, and takes one user with one password, or with any token. */
export async function startMailServer(certificate: Certificate, login: { user: string; password: string }) {
  const mails: TakenMail[] = [];
  /** What the next recipients are refused with, in this order. */
  const refusals: { code: number; words: string }[] = [];
  const server = new SMTPServer({
    ...certificate,
    onRcptTo(_address, _session, done) {
      const refusal = refusals.shift();
      done(refusal && Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
    },
    authMethods: ['PLAIN', 'XOAUTH2'],
    onAuth({ method, username, password, accessToken }, _session, done) {
      const isRight = method === 'XOAUTH2' ? Boolean(accessToken) : password === login.password;
      if (username === login.user && isRight) done(null, { user: username });
      else done(Object.assign(new Error('5.7.8 Authentication credentials invalid'), { responseCode: 535 }));
    },
    onData(stream, { envelope }, done) {
      const take = async () => {
        mails.push({ to: envelope.rcptTo.map(({ address }) => address), content: await text(stream) });
        done(null, 'queued as 4242');
      };
      void take();
    },
  });
  // A client that leaves in the middle of a handshake is no fault of the server.
  server.on('error', () => {});
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    mails,
    refusals,
    port: portOf(listener.address()),
    close: () => new Promise<void>((done) => server.close(done)),
  };
}

/** A request as the server saw it. */
export interface TakenRequest {
  headers: IncomingHttpHeaders;
  body: string;
}

/** An HTTPS server on this computer that takes every request. */
export async function startWebServer(certificate: Certificate) {
  const requests: TakenRequest[] = [];
  const server = createServer({ ...certificate }, (incoming, response) => {
    const take = async () => {
      requests.push({ headers: incoming.headers, body: await text(incoming) });
      response.writeHead(202).end();
    };
    void take();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    requests,
    origin: `https://localhost:${portOf(server.address())}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address !== 'object' || address === null) throw new Error('a server without a port');
  return address.port;
}
