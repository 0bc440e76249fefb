import { expect, test } from 'vitest';
import { createTrustedTime } from '../../../main/verification/trusted-time.ts';
import { watchExpiry } from '../../../main/verification/expiry.ts';
import { addChallenge, findOpen } from '../../../main/store/challenges.ts';
import { heldClock } from '../../support/clock.ts';
import { identifierOf, openChallenge } from '../../support/link.ts';
import { recordingLog } from '../../support/log.ts';
import { heldRandom } from '../../support/random.ts';
import { openTestStore } from '../../support/store.ts';

/** A watched store with one open challenge that ends in a minute. */
function watched() {
  const { store } = openTestStore();
  const clock = heldClock();
  const time = createTrustedTime(clock, 0);
  const end = clock.now() + 60_000;
  const challenge = { ...openChallenge(0), expiresAt: new Date(end).toISOString(), expiresTrusted: end };
  store.write((tx) => addChallenge(tx, challenge));
  const parts = { store, clock, time, log: recordingLog(), random: heldRandom() };
  return { ...parts, stop: watchExpiry(parts), open: () => findOpen(store.read, identifierOf(0)) };
}

test('a challenge is closed when its time is up, not before', () => {
  const { clock, open } = watched();
  clock.advance(59_999);
  expect(open()).not.toBeNull();
  clock.advance(1);
  expect(open()).toBeNull();
});

test('stopped, it closes nothing', () => {
  const { clock, open, stop } = watched();
  stop();
  clock.advance(60_000);
  expect(open()).not.toBeNull();
});

test('a store that fails when time is up is logged, and not asked again and again', () => {
  const { clock, store, log } = watched();
  store.close();
  clock.advance(120_000);
  expect(log.faults).toEqual([new Error('The store is closed')]);
});
