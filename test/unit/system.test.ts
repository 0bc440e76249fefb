import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { createSystemClock, createSystemRandom } from '../../main/system.ts';

function replaceUptime(uptime: typeof os.uptime): void {
  os.uptime = uptime;
  syncBuiltinESMExports();
}

test.runIf(process.platform === 'linux')('the monotonic clock counts ms with the uptime, and never goes back', () => {
  const { uptime } = os;
  onTestFinished(() => replaceUptime(uptime));
  const clock = createSystemClock();
  const read = [100, 100.01, 4000, 50, 3999.99, 4000.5].map((seconds) => {
    replaceUptime(() => seconds);
    return clock.monotonic();
  });
  expect(read).toEqual([100_000, 100_010, 4_000_000, 4_000_000, 4_000_000, 4_000_500]);
});

test('after runs once, and not when it was called off', async () => {
  const clock = createSystemClock();
  const ran: string[] = [];
  const off = clock.after(0, () => ran.push('called off'));
  off();
  await new Promise<void>((resolve) => {
    clock.after(5, () => {
      ran.push('ran');
      resolve();
    });
  });
  expect(ran).toEqual(['ran']);
});

test('a delay beyond what a timer takes does not fire at once', async () => {
  const clock = createSystemClock();
  let fired = false;
  const off = clock.after(Number.MAX_SAFE_INTEGER, () => (fired = true));
  await new Promise<void>((resolve) => clock.after(20, resolve));
  expect(fired).toBe(false);
  off();
});

test('random numbers fill their range evenly, bytes and ids are new each time', () => {
  const random = createSystemRandom();
  const counts = Array.from({ length: 10 }, () => 0);
  for (let drawn = 0; drawn < 100_000; drawn += 1) {
    const digit = random.integer(10);
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
  const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  // 9 degrees of freedom: once in a million runs it is above 44.
  expect(chiSquare).toBeLessThan(44);
  expect(random.bytes(32)).toHaveLength(32);
  expect(random.bytes(32).equals(random.bytes(32))).toBe(false);
  expect(random.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
