import { sql as first } from './0010-first.ts';
import { sql as ways } from './0020-ways.ts';
import { sql as tabs } from './0030-tabs.ts';
import { sql as browsers } from './0040-browsers.ts';
import { sql as links } from './0050-links.ts';
import { sql as activity } from './0060-activity.ts';
import { sql as groups } from './0070-groups.ts';
import { sql as notifications } from './0080-notifications.ts';

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
  { version: 40, sql: browsers },
  { version: 50, sql: links },
  { version: 60, sql: activity },
  { version: 70, sql: groups },
  { version: 80, sql: notifications },
];
