import * as fs from 'node:fs';

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
const HEADER_BYTES = 100;

/** What the first bytes of a database file say, read without SQLite, so that not even a log file appears beside it. */
export type Header =
  | { kind: 'missing' | 'empty' | 'foreign' | 'cut' }
  | { kind: 'sqlite'; applicationId: number; userVersion: number };

/**
 * Reads the header of a database file that this process has not open: closing any descriptor of a file
 * drops all POSIX locks that the process holds on it, those of SQLite too.
 */
export function readHeader(path: string): Header {
  const bytes = firstBytes(path);
  if (bytes === null) return { kind: 'missing' };
  if (bytes.length === 0) return { kind: 'empty' };
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return { kind: 'foreign' };
  if (bytes.length < HEADER_BYTES) return { kind: 'cut' };
  return { kind: 'sqlite', applicationId: bytes.readInt32BE(68), userVersion: bytes.readInt32BE(60) };
}

function firstBytes(path: string): Buffer | null {
  if (!fs.existsSync(path)) return null;
  const file = fs.openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEADER_BYTES);
    return bytes.subarray(0, fs.readSync(file, bytes, 0, HEADER_BYTES, 0));
  } finally {
    fs.closeSync(file);
  }
}
