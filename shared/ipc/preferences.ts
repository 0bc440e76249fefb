import * as z from 'zod';
import { Preferences, PreferencesPatch } from '../domain/preferences.ts';
import { command, event } from './define.ts';

/** The preferences. */
export const preferences = {
  read: command({ input: z.strictObject({}), output: Preferences, errors: [] }),
  /** Changes what is given, keeps the rest, and answers with all of it. */
  change: command({
    input: PreferencesPatch,
    output: Preferences,
    errors: ['auto-start-failed', 'shortcut-taken', 'preferences-not-saved'],
  }),
  changed: event(Preferences),
};
