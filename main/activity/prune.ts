import { incidentId } from '../log.ts';
import type { Ports } from '../ports.ts';
import type { PreferencesKeeper } from '../preferences/preferences.ts';
import { deleteActivityBefore } from '../store/activity.ts';
import type { Store } from '../store/database.ts';

const DAY = 86_400_000;
/** So few entries that deleting them holds main no longer than a frame, on a busy computer too. */
const SLICE = 100;
/** Between two slices, in ms, so that other work comes first. */
const PAUSE = 50;

type Parts = Pick<Ports, 'clock' | 'random' | 'log'> & { store: Store; preferences: PreferencesKeeper };

/**
 * Deletes what is older than the person wants it kept (security: L5): now, daily, and when they change their mind.
 * Call what it returns to stop.
 */
export function pruneActivity(parts: Parts): () => void {
  const { clock, preferences } = parts;
  let callOff: (() => void) | null = null;
  const run = () => {
    callOff?.();
    callOff = clock.after(pruneSlice(parts) ? PAUSE : DAY, run);
  };
  run();
  let kept = preferences.read().activityDays;
  const unsubscribe = preferences.onChange(({ activityDays }) => {
    if (activityDays === kept) return;
    kept = activityDays;
    run();
  });
  return () => {
    unsubscribe();
    callOff?.();
  };
}

/** Deletes one slice, and answers whether there may be more. */
function pruneSlice({ store, preferences, clock, random, log }: Parts): boolean {
  const { activityDays } = preferences.read();
  if (activityDays === null) return false;
  const oldest = new Date(clock.now() - activityDays * DAY).toISOString();
  try {
    return store.write((tx) => deleteActivityBefore(tx, oldest, SLICE)) === SLICE;
  } catch (error) {
    // What is too old today is still so tomorrow.
    log.fault(incidentId(random), error);
    return false;
  }
}
