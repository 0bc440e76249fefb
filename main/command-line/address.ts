import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { Random } from '../ports.ts';
import { writeDurably } from '../store/files.ts';

/** Where the running Switchboard hears command lines, and what shows that one may ask: who can read it owns the folder. */
export const Address = z.strictObject({ path: z.string().min(1), token: z.string().regex(/^[0-9a-f]{64}$/) });
export type Address = z.infer<typeof Address>;

/** A longer path to a socket is refused or cut: 108 bytes with the closing zero on Linux, 104 on macOS. */
const PATH_MAX = 103;

const fileOf = (folder: string) => join(folder, 'command-line.json');

/** A new address: a socket in `folder`, or where that path is too long in a folder of its own; on Windows a pipe that nobody can guess. */
export function newAddress(folder: string, random: Random, platform: NodeJS.Platform): Address {
  const token = random.bytes(32).toString('hex');
  if (platform === 'win32') return { path: `\\\\.\\pipe\\switchboard-${random.bytes(16).toString('hex')}`, token };
  const path = join(folder, 'command-line.sock');
  if (Buffer.byteLength(path) <= PATH_MAX) return { path, token };
  return { path: join(mkdtempSync(join(tmpdir(), 'switchboard-')), 'command-line.sock'), token };
}

/** Writes down where to ask, for the owner of the folder only. */
export function writeAddress(folder: string, address: Address): void {
  writeDurably(fileOf(folder), JSON.stringify(address));
}

/** Where to ask; null where Switchboard does not run, or left nothing that can be read. */
export function readAddress(folder: string): Address | null {
  try {
    return Address.safeParse(JSON.parse(readFileSync(fileOf(folder), 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** Takes everything of an address away: after the end, and before a start where a crash left some. */
export function removeAddress(folder: string, { path }: Address, platform: NodeJS.Platform): void {
  rmSync(fileOf(folder), { force: true });
  if (platform === 'win32') return;
  const own = dirname(path);
  if (own === folder) rmSync(path, { force: true });
  else if (dirname(own) === tmpdir()) rmSync(own, { recursive: true, force: true });
}
