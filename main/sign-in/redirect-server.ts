import type * as http from 'node:http';
import { callbackPage, PAGE_HEADERS, type CallbackPage } from './callback-page.ts';

/** Where the provider sends the browser back to: one path on this computer, by its number or by its name. */
export interface RedirectAddress {
  host: '127.0.0.1' | 'localhost';
  path: string;
}

/** What the browser brought back, and what to show it. */
export interface Callback {
  readonly url: URL;
  show(page: CallbackPage): void;
}

/** Listens for the one answer of a sign-in (RFC 8252, 7.3). */
export interface RedirectServer {
  readonly port: number;
  /** Resolves with the first request that carries the right state; from then on nobody listens any more. */
  readonly callback: Promise<Callback>;
  close(): void;
}

/** Long enough for an authorization code, short enough to be no burden, in bytes and ms. */
const LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: 5_000,
  requestTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
};
const MAX_CONNECTIONS = 64;

/** Opens it on a free port; null where this computer does not let us. */
export async function openRedirectServer(address: RedirectAddress, state: string): Promise<RedirectServer | null> {
  const { promise: callback, resolve } = Promise.withResolvers<Callback>();
  let servers: http.Server[] = [];
  let port = 0;
  let isOver = false;
  const stopListening = () => {
    isOver = true;
    for (const server of servers) server.close();
  };
  const serve = (request: http.IncomingMessage, response: http.ServerResponse) => {
    const { status, url } = isOver ? GONE : judge(request, { ...address, port, state });
    if (url === null) {
      response.writeHead(status, { connection: 'close' }).end();
    } else {
      stopListening();
      resolve({ url, show: (page) => show(response, page) });
    }
  };
  // Loaded with the first sign-in: it takes some 25 ms, which the start of the app does not have to wait for.
  const { createServer } = await import('node:http');
  servers = await listen(address.host, () => createServer(LIMITS, serve));
  port = portOf(servers[0]);
  if (port === 0) return null;
  return { port, callback, close: stopListening };
}

/** What becomes of a request: the address it called, or the status that turns it away. */
type Verdict = { status: number; url: URL | null };
/** For who comes after the answer on a connection that was there before. */
const GONE = refused(410);

function refused(status: number): Verdict {
  return { status, url: null };
}

/**
 * Any page can call the port, so that all but the browser itself on its way back with the right state is turned away at
 * once, and changes nothing (security: O4).
 */
function judge(
  { method, url: target = '', headers }: http.IncomingMessage,
  { host, port, path, state }: RedirectAddress & { port: number; state: string },
): Verdict {
  if (method !== 'GET') return refused(405);
  if (headers.host !== `${host}:${port}`) return refused(400);
  const [called] = target.split('?', 1);
  if (called !== path) return refused(404);
  const { 'sec-fetch-mode': mode = 'navigate', 'sec-fetch-dest': kind = 'document' } = headers;
  if (mode !== 'navigate' || kind !== 'document') return refused(400);
  const url = URL.parse(target, `http://${host}:${port}`);
  const states = url?.searchParams.getAll('state') ?? [];
  return states.length === 1 && states[0] === state ? { status: 200, url } : refused(400);
}

function show(response: http.ServerResponse, page: CallbackPage): void {
  response.writeHead(200, { ...PAGE_HEADERS, connection: 'close' }).end(callbackPage(page));
}

/**
 * Listens on this computer only. A browser may take `localhost` for either family of addresses, so that both get the
 * same port, or another one is tried; a computer without IPv6 has the one.
 */
async function listen(host: RedirectAddress['host'], create: () => http.Server): Promise<http.Server[]> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const first = await listenAt(create(), '127.0.0.1', 0);
    if (!(first instanceof Error) && host === '127.0.0.1') return [first];
    if (first instanceof Error) return [];
    const second = await listenAt(create(), '::1', portOf(first));
    if (!(second instanceof Error)) return [first, second];
    if (second.code !== 'EADDRINUSE') return [first];
    first.close();
  }
  return [];
}

function listenAt(server: http.Server, host: string, port: number): Promise<http.Server | NodeJS.ErrnoException> {
  server.maxConnections = MAX_CONNECTIONS;
  return new Promise((resolve) => {
    // Kept on: an error that comes later, when no more connections can be taken, must not end the app.
    server.on('error', resolve);
    server.listen({ host, port, exclusive: true }, () => resolve(server));
  });
}

function portOf(server: http.Server | undefined): number {
  const bound = server?.address() ?? null;
  return bound === null || typeof bound === 'string' ? 0 : bound.port;
}
