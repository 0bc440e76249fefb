import { spawn, type ChildProcess } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createPrograms } from '../../main/programs.ts';
import type { Certificate } from './certificates.ts';
import { startDisplay } from './display.ts';
import { recordingPrograms, type RecordingPrograms } from './ports.ts';

/** The programs of this machine; those that a test starts are watched, and ended with it. */
export interface RealBrowsers {
  readonly programs: RecordingPrograms;
  /** The browser that runs with `text` in an argument: the first that was started so. */
  runningWith(text: string): ChildProcess;
  endAll(): Promise<unknown>;
}

/**
 * Starts real browsers on a display that nobody sees. What the app gives them stays as it is; a test adds before it that
 * they run as root, ask no keyring, and trust the certificate of the test's server.
 */
export async function realBrowsers(home: string, { port, certificate }: TestServer): Promise<RealBrowsers> {
  const display = await startDisplay();
  const started: { args: readonly string[]; child: ChildProcess }[] = [];
  const endAll = () => Promise.all(started.map(({ child }) => end(child)));
  onTestFinished(async () => {
    await endAll();
    await display?.stop();
  });
  const start = async (file: string, args: readonly string[]) => {
    if (file.includes('firefox')) trustInFirefox(args, { port, certificate });
    const extra = file.includes('firefox')
      ? []
      : ['--no-sandbox', '--ignore-certificate-errors', '--password-store=basic'];
    const env = { ...process.env, ...display?.env, HOME: home };
    const child = spawn(file, [...extra, ...args], { stdio: 'ignore', env });
    started.push({ args, child });
    await once(child, 'spawn');
    return true;
  };
  return {
    programs: { ...recordingPrograms(home), ...createPrograms(), home, start },
    runningWith(text) {
      const found = started.find(({ args }) => args.some((argument) => argument.includes(text)));
      if (found === undefined) throw new Error('It was not started');
      return found.child;
    },
    endAll,
  };
}

/** A server on this machine with a certificate that nobody trusts. */
export interface TestServer {
  port: number;
  certificate: Certificate;
}

/** Ends a browser as logging out does. */
export async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, 'exit');
  child.kill();
  await gone;
}

export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Firefox has no switch for it: its profile holds the certificates that somebody let pass. */
function trustInFirefox(args: readonly string[], { port, certificate }: TestServer): void {
  const file = join(args[args.indexOf('-profile') + 1] ?? '', 'cert_override.txt');
  const { fingerprint256 } = new X509Certificate(certificate.cert);
  const line = `127.0.0.1:${port}:\tOID.2.16.840.1.101.3.4.2.1\t${fingerprint256}\t\n`;
  if (!existsSync(file)) writeFileSync(file, line);
}
