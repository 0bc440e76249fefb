import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Protocol } from 'electron/main';
import { APP_SCHEME, ownAddress } from './addresses.ts';

/** Of an empty style element: Fluent's styling engine makes one and fills it through the object model. */
const EMPTY_STYLE = `'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='`;

/** What our pages may do (security: 2.1, 7). */
export const CONTENT_SECURITY_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' ${EMPTY_STYLE}`,
  `img-src 'self' data:`,
  `font-src 'self'`,
  `connect-src 'none'`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

const CONTENT_TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.ttf', 'font/ttf'],
]);

/** Declares our scheme. Electron takes this once, and only before it is ready. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  const privileges = { standard: true, secure: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }]);
}

/** Lists the files of `folder` that may be served, by their path with slashes. Links are left out. */
export function listAppFiles(folder: string): ReadonlySet<string> {
  const files = new Set<string>();
  const walk = (current: string) => {
    for (const entry of readdirSync(current, { withFileTypes: true })) {
      const path = join(current, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() && CONTENT_TYPES.has(extname(path))) {
        files.add(relative(folder, path).split(sep).join('/'));
      }
    }
  };
  walk(folder);
  return files;
}

/** Finds which of `files` an address means, or null: only what is on the list exists (security: 2.1, 18). */
export function resolveAppFile(address: string, files: ReadonlySet<string>): string | null {
  const path = ownAddress(address)?.pathname.slice(1);
  if (path === undefined) return null;
  const name = path === '' ? 'index.html' : path;
  return files.has(name) ? name : null;
}

/** Serves the built pages in `folder` under our scheme. The list of files is made at the first request. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, folder: string): void {
  let files: ReadonlySet<string> | undefined;
  protocol.handle(APP_SCHEME, async (request) => {
    files ??= listAppFiles(folder);
    const name = request.method === 'GET' ? resolveAppFile(request.url, files) : null;
    if (name === null) return new Response(null, { status: 404, headers: HEADERS });
    const type = CONTENT_TYPES.get(extname(name)) ?? 'application/octet-stream';
    const body = await readFile(join(folder, name));
    return new Response(body, { headers: { ...HEADERS, 'Content-Type': type } });
  });
}
