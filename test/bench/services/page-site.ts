import { once } from 'node:events';
import { createServer } from 'node:https';
import { testAuthority } from '../../support/certificates.ts';
import { resolverRules } from '../../support/site/hosts.ts';
import { keyDigest } from '../../support/site/site.ts';

const HOST = 'service.example';
/** How long a page may take to say that it is there, in ms. */
const PATIENCE = 45_000;

/** What a page says of itself after two animation frames: it is painted, and on screen. */
export interface Painted {
  /** The number that its address was given. */
  page: number;
  hasFocus: boolean;
  scrollY: number;
  /** By the page's own clock, in ms since 1970. */
  at: number;
}

/** One service for all accounts and profiles: a long page that says when it is painted. */
export interface PageSite {
  /** Switches for Chromium with which the addresses lead here, and all others nowhere. */
  readonly switches: string[];
  address(page: number): string;
  /** The next page that says something that fits. */
  next(fits: (painted: Painted) => boolean): Promise<Painted>;
  stop(): void;
}

export async function startPageSite(): Promise<PageSite> {
  const certificate = await (await testAuthority()).issue({ host: HOST });
  const waiting = new Set<(painted: Painted) => void>();
  const server = createServer(certificate, (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', `https://${HOST}`);
    if (pathname === '/painted') {
      const number = (name: string) => Number(searchParams.get(name));
      const [page, scrollY, at] = [number('page'), number('scrollY'), number('at')];
      for (const hear of waiting) hear({ page, scrollY, at, hasFocus: searchParams.get('hasFocus') === 'true' });
      return void response.writeHead(204).end();
    }
    if (pathname !== '/mail') return void response.writeHead(204).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port');
  return {
    switches: [
      `--host-resolver-rules=${resolverRules({ [HOST]: bound.port })}`,
      `--ignore-certificate-errors-spki-list=${keyDigest(certificate.cert)}`,
    ],
    address: (page) => `https://${HOST}/mail?page=${page}`,
    next(fits) {
      const { promise, resolve, reject } = Promise.withResolvers<Painted>();
      const hear = (painted: Painted) => void (fits(painted) && resolve(painted));
      const timer = setTimeout(() => reject(new Error('A page did not come')), PATIENCE);
      waiting.add(hear);
      return promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(hear);
      });
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Frames come only to a page that is on screen. It tells again whenever something of what it tells may have changed. */
const SCRIPT = `
const page = new URLSearchParams(location.search).get('page');
const tell = () => {
  const at = performance.timeOrigin + performance.now();
  const told = new URLSearchParams({ page, hasFocus: document.hasFocus(), scrollY, at });
  fetch('/painted?' + told, { method: 'POST' });
};
const check = () => requestAnimationFrame(() => requestAnimationFrame(tell));
for (const name of ['load', 'focus', 'scroll']) addEventListener(name, check);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && check());
`;

const LINES = Array.from({ length: 200 }, (_, n) => `<li>Message ${n}, of which this is the first line</li>`).join('');
const PAGE = `<!doctype html><title>Mail</title><h1>Mail</h1><ul>${LINES}</ul><script>${SCRIPT}</script>`;
