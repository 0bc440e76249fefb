import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';

/** In the project, so that the bundles find its packages. */
const BUNDLES = resolve(import.meta.dirname, '../../out/test');

/** Compiled code is kept from one start to the next. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(BUNDLES, 'compiled') };

const at = (script: string) => resolve(import.meta.dirname, script);

/** Starts a script of this folder, or a bundle of one, in a Node of its own; its output is read from `stdout`. */
export function startChild(script: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [at(script), ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Runs such a script to its end, under another command if one is given, and answers what it printed and how it ended. */
export function runChild(script: string, args: readonly string[], under: readonly string[] = []) {
  const [command = process.execPath, ...rest] = [...under, process.execPath, at(script), ...args];
  const { stdout, stderr, status, signal } = spawnSync(command, rest, { encoding: 'utf8' });
  return { stdout, stderr, status, signal };
}

/** Bundles a script of this folder for tests that start it hundreds of times: it then starts four times as fast. */
export async function bundleChild(script: string): Promise<string> {
  const name = `${basename(script, '.ts')}.mjs`;
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: at(script),
      outDir: BUNDLES,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: name } },
    },
  });
  const bundle = join(BUNDLES, name);
  // Killed, it would leave no compiled code behind; without arguments it ends by itself.
  spawnSync(process.execPath, [bundle], { env, stdio: 'ignore' });
  return bundle;
}
