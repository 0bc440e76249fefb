import { once } from 'node:events';
import { createServer } from 'node:https';
import { testAuthority } from '../../support/certificates.ts';
import { resolverRules } from '../../support/site/hosts.ts';
import { keyDigest } from '../../support/site/site.ts';

const HOST = 'service.example';
/** How long a page may take to say that it is there, in ms. */
const PATIENCE = 45_000;

/** One service for all accounts and profiles: a long page that says when it was painted first. */
export interface PageSite {
  /** Switches for Chromium with which the addresses lead here, and all others nowhere. */
  readonly switches: string[];
  address(page: number): string;
  /** When the page of this number is painted next after it was loaded, by its own clock, in ms since 1970. */
  painted(page: number): Promise<number>;
  stop(): void;
}

export async function startPageSite(): Promise<PageSite> {
  const certificate = await (await testAuthority()).issue({ host: HOST });
  const waiting = new Set<(page: number, at: number) => void>();
  const server = createServer(certificate, (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', `https://${HOST}`);
    if (pathname === '/painted') {
      const number = (name: string) => Number(searchParams.get(name));
      for (const hear of waiting) hear(number('page'), number('at'));
    }
    if (pathname === '/mail') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
    else response.writeHead(204).end();
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
    painted(page) {
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      const hear = (told: number, at: number) => void (told === page && resolve(at));
      const timer = setTimeout(() => reject(new Error(`Page ${page} did not come`)), PATIENCE);
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

/** After two animation frames it is on the screen. */
const SCRIPT = `
const tell = () => {
  const at = performance.timeOrigin + performance.now();
  const page = new URLSearchParams(location.search).get('page');
  fetch('/painted?' + new URLSearchParams({ page, at }), { method: 'POST' });
};
addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(tell)));
`;

const LINES = Array.from({ length: 200 }, (_, n) => `<li>Message ${n}, of which this is the first line</li>`).join('');
const PAGE = `<!doctype html><title>Mail</title><h1>Mail</h1><ul>${LINES}</ul><script>${SCRIPT}</script>`;
