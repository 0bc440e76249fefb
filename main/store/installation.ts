import { createHash, hkdfSync } from 'node:crypto';
import * as fs from 'node:fs';
import * as z from 'zod';
import type { Random } from '../ports.ts';
import { writeDurably } from './files.ts';

const KEY_BYTES = 32;

/** Who this installation is: the root of every key that lives outside the database. */
export interface Installation {
  /** A key of 32 bytes for one purpose; purposes cannot be told from each other's keys. */
  subkey(purpose: string): Buffer;
}

/** What lies in `installation.json`. `check` tells a damaged marker from a damaged database. */
const Marker = z.strictObject({ id: z.uuid(), key: z.base64(), createdAt: z.iso.datetime(), check: z.string() });
type Marker = z.infer<typeof Marker>;

/** An installation, and what has to be written to know it again. */
export interface MarkedInstallation {
  installation: Installation;
  marker: Marker;
}

/** Makes an installation with a key of its own; `now` in ms since 1970. */
export function newInstallation(random: Random, now: number): MarkedInstallation {
  const fields = {
    id: random.uuid(),
    key: random.bytes(KEY_BYTES).toString('base64'),
    createdAt: new Date(now).toISOString(),
  };
  return fromMarker({ ...fields, check: checkOf(fields) });
}

/** Reads the marker: it is `missing` where no database was known yet, `broken` where it cannot be trusted. */
export function readInstallation(path: string): MarkedInstallation | 'missing' | 'broken' {
  if (!fs.existsSync(path)) return 'missing';
  const marker = Marker.safeParse(parseJson(fs.readFileSync(path, 'utf8')));
  if (!marker.success || marker.data.check !== checkOf(marker.data)) return 'broken';
  return fromMarker(marker.data);
}

/** Writes the marker; from then on a missing or empty database is damage (security: S6). A broken one is set aside. */
export function writeInstallation(path: string, { marker }: MarkedInstallation): void {
  if (fs.existsSync(path)) fs.renameSync(path, `${path}.bad`);
  writeDurably(path, `${JSON.stringify(marker)}\n`);
}

function fromMarker(marker: Marker): MarkedInstallation {
  const key = Buffer.from(marker.key, 'base64');
  const subkey = (purpose: string) => Buffer.from(hkdfSync('sha256', key, marker.id, purpose, KEY_BYTES));
  return { installation: { subkey }, marker };
}

function checkOf({ id, key, createdAt }: Omit<Marker, 'check'>): string {
  return createHash('sha256').update(`${id} ${key} ${createdAt}`).digest('hex').slice(0, 16);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
