import * as fs from 'node:fs';
import type { Random } from '../ports.ts';
import { makePrivate } from './files.ts';

/** Enough for the log pages of any removal. */
const RESERVE_BYTES = 1024 * 1024;

/** Keeps room on the disk for removing (security: S12). No room for it is no fault: it is made at a later start. */
export function fillReserve(path: string, random: Random): void {
  if (fs.statSync(path, { throwIfNoEntry: false })?.size === RESERVE_BYTES) return;
  try {
    makePrivate(path);
    // Random, so that no file system keeps less than what was asked for.
    fs.writeFileSync(path, random.bytes(RESERVE_BYTES));
  } catch {
    freeReserve(path);
  }
}

/** Gives the room back to the disk; false where there was none. */
export function freeReserve(path: string): boolean {
  if (!fs.existsSync(path)) return false;
  fs.rmSync(path);
  return true;
}
