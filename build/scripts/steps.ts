import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

/** The folder of the project. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** A program that one of our packages brings. */
export const bin = (name: string): string => join(ROOT, 'node_modules/.bin', name);

/** What a finished command left behind. */
export interface Finished {
  status: number;
  output: string;
}

/**
 * Runs a command in the project's folder.
 * @param options `quiet` keeps its output back, to be shown only where it matters; `env` is added to ours.
 */
export function run(
  command: string,
  args: readonly string[],
  options: { quiet?: boolean; env?: Readonly<Record<string, string>> } = {},
): Promise<Finished> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => done({ status: 127, output: error.message }));
    child.on('close', (status) => done({ status: status ?? 1, output }));
  });
}

/** Whether a program of this name stands in the PATH. */
export async function isInstalled(program: string): Promise<boolean> {
  const { status } = await run(process.platform === 'win32' ? 'where' : 'which', [program], { quiet: true });
  return status === 0;
}

/** Prints a line for a step with what came of it and how long it took; a failed step shows what it printed. */
export async function step(title: string, work: () => Promise<Finished>): Promise<boolean> {
  console.log(`\n▸ ${title} ...`);
  const started = Date.now();
  const { status, output } = await work();
  if (status !== 0 && output) console.log(output);
  console.log(`${status === 0 ? '✓' : '✗'} ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return status === 0;
}
