/** How long nobody looks at a page before it may sleep, in ms. */
export const IDLE = 15 * 60_000;
/** So many times the warm pages may be awake at once; beyond it nobody waits for `IDLE`. */
const MOST = 3;

/** What is known of a tab that is awake. Times are of the clock that only grows, in ms. */
export interface AwakeTab<Id> {
  id: Id;
  isShown: boolean;
  /** When it was last on screen. */
  lastShown: number;
  /** It plays, downloads, loads, waits for an answer, or holds what was typed: to be left alone. */
  isBusy: boolean;
}

/** Who is to sleep now, and when to ask again (null: when something changed). */
export interface Sleepers<Id> {
  now: Id[];
  next: number | null;
}

/**
 * Decides who sleeps: the `warm` pages used last never, others once nobody looked at them for `IDLE`; and whatever is
 * beyond three times `warm` at once, the oldest first.
 */
export function whoSleeps<Id>(tabs: readonly AwakeTab<Id>[], warm: number, now: number): Sleepers<Id> {
  const newestFirst = tabs.toSorted((a, b) => Number(b.isShown) - Number(a.isShown) || b.lastShown - a.lastShown);
  const others = newestFirst.slice(warm).filter(({ isShown, isBusy }) => !isShown && !isBusy);
  const tooMany = new Set(newestFirst.slice(warm * MOST));
  const isDue = (tab: AwakeTab<Id>) => tooMany.has(tab) || now - tab.lastShown >= IDLE;
  const waiting = others.filter((tab) => !isDue(tab)).map(({ lastShown }) => lastShown + IDLE);
  return {
    now: others.filter(isDue).map(({ id }) => id),
    next: waiting.length > 0 ? Math.min(...waiting) : null,
  };
}
