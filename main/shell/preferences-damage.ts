import { readFileSync, renameSync } from 'node:fs';
import * as z from 'zod';
import { Preferences } from '../../shared/domain/preferences.ts';

/** Ours has a few hundred bytes. */
const LARGEST = 64 * 1024;

/** What the file may hold. Keys of a newer version are left alone; what we know must be of its type. */
const Contents = z.looseObject({ preferences: z.object(Preferences.shape).partial().optional() });

/** `missing`: a first start. `damaged`: not what we ever wrote, or not to be read. */
export type Condition = 'missing' | 'good' | 'damaged';

function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('A key that we never write');
  return value;
}

/** Looks at the preferences file before anything reads it (security: 2.9). */
export function inspectPreferences(file: string): Condition {
  try {
    const bytes = readFileSync(file);
    if (bytes.length > LARGEST) return 'damaged';
    return Contents.safeParse(JSON.parse(bytes.toString('utf8'), refusePrototype)).success ? 'good' : 'damaged';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'damaged';
  }
}

/**
 * Renames a damaged file to `.bad`, in the place of one set aside earlier, and answers whether that went well.
 * Nothing is read from it any more, and nothing in it is lost.
 */
export function setAside(file: string): boolean {
  try {
    renameSync(file, `${file}.bad`);
    return true;
  } catch {
    return false;
  }
}
