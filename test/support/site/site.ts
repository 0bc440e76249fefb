import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, Server as HttpsServer, type ServerOptions } from 'node:https';
import { connect, createServer as createPlainServer, type Server } from 'node:net';
import { createSecureContext } from 'node:tls';
import { testAuthority } from '../certificates.ts';
import { challengeRoutes } from './challenges.ts';
import { downloadRoutes } from './downloads.ts';
import * as hosts from './hosts.ts';
import { redirectRoutes } from './redirects.ts';
import { serveScript } from './scripts.ts';
import { serviceRoutes, showPage, whoRoutes } from './services.ts';
import { refuseDevice, signInRoutes } from './sign-in.ts';
import { accountOf, type Routes, type SeenRequest, type SiteState, type Visit } from './visit.ts';

/** What stands in for Microsoft's services, their sign-in, and the rest of the web: see README.md. */
export interface Site {
  /** Switches for Chromium with which the real addresses lead here, and all others nowhere. */
  readonly switches: string[];
  readonly port: number;
  /** The authority of the good certificate, for callers that are no browser. */
  readonly caPem: string;
  /** Every request so far, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** Those that came with a cookie of this account. */
  requestsOf(account: string): SeenRequest[];
  /** How many unread messages the titles of an account's pages say from the next load on; 3 where nothing is said. */
  setUnread(account: string, count: number): void;
  /** Lets the downloads go on that wait half-way, and says how many did. */
  release(): number;
  stop(): Promise<void>;
}

/** Starts the site on free ports of 127.0.0.1. */
export async function startSite(): Promise<Site> {
  const authority = await testAuthority();
  const good = await authority.issue({ host: hosts.TRUSTED_HOSTS });
  const bad = createSecureContext(await authority.selfSigned(hosts.BAD_CERTIFICATE_HOST));
  const site: SiteState = { unread: new Map(), tokens: new Map(), held: new Set() };
  const requests: SeenRequest[] = [];
  const listen = (options: ServerOptions) =>
    listening(
      createServer({ ...good, ...options }, (request, response) => void serve(request, response, site, requests)),
    );

  const main = await listen({
    SNICallback: (name, done) => done(null, name === hosts.BAD_CERTIFICATE_HOST ? bad : undefined),
  });
  const asking = await listen({ requestCert: true, rejectUnauthorized: false });
  const refusing = await refusingPort();
  const ports = Object.fromEntries(
    [...hosts.TRUSTED_HOSTS, hosts.BAD_CERTIFICATE_HOST].map((host) => [host, main.port]),
  );
  ports[hosts.CLIENT_CERTIFICATE_HOST] = asking.port;
  ports[hosts.REFUSED_HOST] = refusing.port;
  return {
    switches: [
      `--host-resolver-rules=${hosts.resolverRules(ports)}`,
      `--ignore-certificate-errors-spki-list=${keyDigest(good.cert)}`,
    ],
    port: main.port,
    caPem: authority.caPem,
    requests,
    requestsOf: (account) => requests.filter((request) => request.account === account),
    setUnread: (account, count) => void site.unread.set(account, count),
    release: () => {
      const count = site.held.size;
      for (const goOn of site.held) goOn();
      site.held.clear();
      return count;
    },
    stop: async () => {
      await Promise.all([main.stop(), asking.stop(), refusing.stop()]);
    },
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  site: SiteState,
  requests: SeenRequest[],
): Promise<void> {
  const { method = '', url: path = '/', headers } = request;
  const url = URL.parse(`https://${headers.host}${path}`);
  if (url === null) return void response.writeHead(400).end();
  const visit: Visit = { request, response, url, account: accountOf(request), site };
  requests.push({ method, host: url.host, path, headers, account: visit.account });
  // Nothing but what says so itself may come from the HTTP cache.
  response.setHeader('cache-control', 'no-store');
  try {
    if (await serveScript(visit)) return;
    await (routesOf(url.host)[url.pathname] ?? showPage)(visit);
  } catch (error) {
    // A visitor that left is no fault of the site.
    if (response.destroyed) return;
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end(String(error));
  }
}

const noIcon: Routes = { '/favicon.ico': ({ response }) => void response.writeHead(204).end() };
const everywhere: Routes = { ...noIcon, ...whoRoutes, ...challengeRoutes, ...downloadRoutes, ...redirectRoutes };

function routesOf(host: string): Routes {
  if (host === hosts.SIGN_IN_HOST || host === hosts.PERSONAL_SIGN_IN_HOST) return { ...everywhere, ...signInRoutes };
  if (host === hosts.DEVICE_HOST) return { '/': refuseDevice };
  return hosts.SERVICE_HOSTS.has(host) ? { ...everywhere, ...serviceRoutes } : everywhere;
}

async function listening(server: Server): Promise<{ port: number; stop: () => Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port');
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      if (server instanceof HttpsServer) server.closeAllConnections();
    });
  return { port: bound.port, stop };
}

/** A port on which nobody listens and nobody can begin to: the near end of a connection of our own. */
async function refusingPort(): Promise<{ port: number; stop: () => Promise<void> }> {
  const server = createPlainServer((far) => far.resume());
  const { port, stop } = await listening(server);
  const near = connect({ host: '127.0.0.1', port });
  await once(near, 'connect');
  return {
    port: near.localPort ?? 0,
    stop: () => {
      near.destroy();
      return stop();
    },
  };
}

/** What Chromium's switch names a certificate by: SHA-256 over the public key. */
export function keyDigest(cert: string): string {
  const { publicKey } = new X509Certificate(cert);
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}
