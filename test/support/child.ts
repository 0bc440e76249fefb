import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The cache spares every child the stripping of types.
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'switchboard-compile-cache') };
const script = (name: string) => join(import.meta.dirname, name);

/** Starts a script of this folder in a Node of its own; its output is read from `stdout`. */
export function startChild(name: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [script(name), ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Runs a script of this folder to its end, and answers what it printed and how it ended. */
export function runChild(name: string, args: readonly string[], before: readonly string[] = []) {
  const [command = process.execPath, ...rest] = [...before, process.execPath, script(name), ...args];
  const { stdout, stderr, status, signal } = spawnSync(command, rest, { env, encoding: 'utf8' });
  return { stdout, stderr, status, signal };
}
