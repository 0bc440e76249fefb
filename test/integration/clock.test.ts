import { describe, expect, test } from 'vitest';
import { createTestCore, value, wrongCode, type TestCore } from '../support/core.ts';

const SECOND = 1_000;
const DAY = 86_400_000;
const YEAR = 365 * DAY;

/** What can happen to the clocks while the app runs (security: 3.2). `true`: ten minutes have passed by either clock. */
const jumps: [string, (core: TestCore) => void, boolean][] = [
  ['nothing', () => {}, false],
  ['wall 10 years back', wall(-10 * YEAR), false],
  ['wall a day back', wall(-DAY), false],
  ['wall an hour back, as in autumn', wall(-3_600 * SECOND), false],
  ['wall a second back', wall(-SECOND), false],
  ['wall a second on', wall(SECOND), false],
  ['wall 9:59 on', wall(599 * SECOND), false],
  ['wall 10:01 on', wall(601 * SECOND), true],
  ['wall an hour on, as in spring', wall(3_600 * SECOND), true],
  ['wall a day on', wall(DAY), true],
  ['wall 10 years on', wall(10 * YEAR), true],
  ['asleep for 9:59', ({ ports }) => ports.clock.sleep(599 * SECOND), false],
  ['asleep for 10:01', ({ ports }) => ports.clock.sleep(601 * SECOND), true],
  [
    '10:01 pass while the wall is set back to where it was',
    (core) => {
      const now = core.ports.clock.now();
      core.ports.clock.sleep(601 * SECOND);
      core.ports.clock.setWall(now);
    },
    true,
  ],
];

function wall(ms: number) {
  return ({ ports: { clock } }: TestCore) => clock.setWall(clock.now() + ms);
}

describe.each(jumps)('%s', (_name, jump, isOver) => {
  test('gains no minute for a code, and costs none before its time', async () => {
    const core = createTestCore();
    const { id } = value(await core.commands.accounts.signIn({ identifier: 'maria@example.com' }));
    const code = await core.newestCode();
    jump(core);
    const answer = await core.commands.challenge.submit({ challengeId: id, code });
    expect(answer.ok ? 'verified' : answer.error.code).toBe(isOver ? 'challenge-expired' : 'verified');
  });
});

const settings: [string, (core: TestCore) => void][] = jumps
  .filter(([name]) => /^(wall|nothing)/.test(name))
  .map(([name, jump]) => [name, jump]);

test.each(settings)('setting the clock gains no send and no try: %s', async (_name, jump) => {
  let core = createTestCore();
  const identifier = 'maria@example.com';
  const { id } = value(await core.commands.accounts.signIn({ identifier }));
  const code = await core.newestCode();
  for (let n = 1; n <= 5; n += 1) {
    await core.commands.challenge.submit({ challengeId: id, code: wrongCode(code, n) });
  }
  jump(core);
  const ask = async () => {
    const asked = await core.commands.accounts.signIn({ identifier });
    return asked.ok ? 'sent' : asked.error.code;
  };
  expect(await ask()).toBe('resend-too-soon');
  core.ports.clock.advance(29_999);
  expect(await ask()).toBe('resend-too-soon');
  core.ports.clock.advance(1);
  expect(await ask()).toBe('sent');
  // Four more within the hour may be sent, whatever the clock says.
  for (let send = 2; send <= 5; send += 1) {
    jump(core);
    const open = core.snapshot().challenges[0];
    if (open !== undefined) value(await core.commands.challenge.cancel({ challengeId: open.id }));
    core.ports.clock.advance(30_000);
    expect(await ask()).toBe(send < 5 ? 'sent' : 'too-many-sends');
  }
});

test('setting the clock back between two starts gains nothing', async () => {
  const core = createTestCore();
  const { id } = value(await core.commands.accounts.signIn({ identifier: 'maria@example.com' }));
  await core.idle();
  const { folder, clock, random } = core.ports;
  await core.close();
  clock.setWall(clock.now() - YEAR);
  const again = createTestCore({ folder, clock, random });
  const resent = async () => {
    const answer = await again.commands.challenge.resend({ challengeId: id });
    return answer.ok ? 'sent' : answer.error.code;
  };
  expect(await resent()).toBe('resend-too-soon');
  clock.advance(30_000);
  expect(await resent()).toBe('sent');
  clock.advance(600_000);
  expect(again.snapshot().challenges).toEqual([]);
});
