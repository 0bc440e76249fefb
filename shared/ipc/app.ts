import * as z from 'zod';
import { Environment, Navigation, Notice } from '../domain/environment.ts';
import { Snapshot, Topic } from '../domain/snapshot.ts';
import { command, event } from './define.ts';

/** What everyone shows, where it runs, and what main tells of its own accord. */
export const app = {
  /** The parts of the snapshot that are asked for, read at one revision. */
  snapshot: command({ input: z.strictObject({ topics: z.array(Topic).max(8) }), output: Snapshot, errors: [] }),
  environment: command({ input: z.strictObject({}), output: Environment, errors: [] }),
  /** After each commit: the new revision and what it changed. A reader that sees a gap reads everything again. */
  changed: event(z.strictObject({ revision: z.int(), topics: z.array(Topic) })),
  navigate: event(Navigation),
  notice: event(Notice),
};
