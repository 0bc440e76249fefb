import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Visit } from './visit.ts';

const served = new Map<string, Promise<string>>();

/** Answers `/site/<name>.ts` with a script of `pages/`, its types taken away; false for every other path. */
export async function serveScript(visit: Visit): Promise<boolean> {
  const name = /^\/site\/([a-z-]+\.ts)$/.exec(visit.url.pathname)?.[1];
  if (name === undefined) return false;
  const code = served.get(name) ?? withoutTypes(name);
  served.set(name, code);
  visit.response.setHeader('content-type', 'text/javascript');
  visit.response.setHeader('service-worker-allowed', '/');
  visit.response.end(await code);
  return true;
}

/** Loads the library at the first use, because it takes 400 ms. */
async function withoutTypes(name: string): Promise<string> {
  const { transformWithOxc } = await import('vite');
  const file = join(import.meta.dirname, 'pages', name);
  return (await transformWithOxc(await readFile(file, 'utf8'), file)).code;
}
