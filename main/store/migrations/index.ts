import { sql as first } from './0010-first.ts';
import { sql as ways } from './0020-ways.ts';
import { sql as tabs } from './0030-tabs.ts';

/** One forward step of the schema. */
export interface Migration {
  /** What `user_version` is after it: the number its file begins with, by tens. */
  readonly version: number;
  readonly sql: string;
}

/** Every step, oldest first. A new one is a new file and a new line. */
export const migrations: readonly Migration[] = [
  { version: 10, sql: first },
  { version: 20, sql: ways },
  { version: 30, sql: tabs },
];
