import { expect, test } from 'vitest';
import { wait } from '../../main/wait.ts';
import { heldClock } from '../support/clock.ts';

/** A wait of a second, and whether it is over. */
function waiting(signal: AbortSignal) {
  const clock = heldClock();
  const state = { over: false, clock };
  void wait(clock, 1_000, signal).then(() => (state.over = true));
  return state;
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('it is over after its time', async () => {
  const state = waiting(new AbortController().signal);
  state.clock.advance(999);
  await settle();
  expect(state.over).toBe(false);
  state.clock.advance(1);
  await settle();
  expect(state.over).toBe(true);
});

test('it is over when it is given up, before or after it began', async () => {
  const give = new AbortController();
  const states = [waiting(give.signal), waiting(AbortSignal.abort())];
  await settle();
  expect(states.map(({ over }) => over)).toEqual([false, true]);
  give.abort();
  await settle();
  expect(states.map(({ over }) => over)).toEqual([true, true]);
});
