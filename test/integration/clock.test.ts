import { describe, expect, test } from 'vitest';
import { ChallengeId } from '../../shared/domain/challenge.ts';
import { openChallenge, step } from '../../main/verification/machine.ts';
import { createTrustedTime, iso } from '../../main/verification/trusted-time.ts';
import { heldClock, type HeldClock } from '../support/clock.ts';
import { createTestCore, value, wrongCode } from '../support/core.ts';
import { SECRETS, webhookSetUp } from '../support/set-ups.ts';

const SECOND = 1_000;
const DAY = 86_400_000;
const YEAR = 365 * DAY;

/** What can happen to the clocks while the app runs (security: 3.2). `true`: ten minutes have passed by either clock. */
const jumps: [string, (clock: HeldClock) => void, boolean][] = [
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
  ['asleep for 9:59', (clock) => clock.sleep(599 * SECOND), false],
  ['asleep for 10:01', (clock) => clock.sleep(601 * SECOND), true],
  [
    '10:01 pass while the wall is set back to where it was',
    (clock) => {
      const now = clock.now();
      clock.sleep(601 * SECOND);
      clock.setWall(now);
    },
    true,
  ],
];

function wall(ms: number) {
  return (clock: HeldClock) => clock.setWall(clock.now() + ms);
}

const OPEN = ['sending', 'waiting', 'send-failed'] as const;
const CLOSED = ['verified', 'locked', 'expired', 'cancelled'] as const;

/** A challenge in a state, and the moment after the clocks jumped. */
function inState(state: (typeof OPEN)[number] | (typeof CLOSED)[number], jump: (clock: HeldClock) => void) {
  const clock = heldClock();
  const time = createTrustedTime(clock, 0);
  const now = time.now();
  const opened = openChallenge(
    {
      id: ChallengeId.parse('3f0c8a86-5e7b-4d9e-9c0b-1f2a3b4c5d6e'),
      purpose: 'link',
      identifier: 'maria@example.com',
      identifierKind: 'email',
      address: 'maria@example.com',
      carrier: 'local-mailbox',
      codeHash: Buffer.alloc(32, 1),
    },
    now,
  );
  const isClosed = CLOSED.some((closed) => closed === state);
  const challenge = { ...opened, state, ...(isClosed && { codeHash: null, closedAt: iso(now.wall) }) };
  jump(clock);
  return { challenge, after: time.now() };
}

describe.each(jumps)('%s', (_name, jump, isOver) => {
  test('gains no minute for a code, and costs none before its time', async () => {
    const core = createTestCore();
    const { id } = value(await core.commands.accounts.signIn({ identifier: 'maria@example.com' }));
    const code = await core.newestCode();
    jump(core.ports.clock);
    const answer = await core.commands.challenge.submit({ challengeId: id, code });
    expect(answer.ok ? 'verified' : answer.error.code).toBe(isOver ? 'challenge-expired' : 'verified');
  });

  test.each(OPEN)('ends what is %s when its time is up, and not before', (state) => {
    const { challenge, after } = inState(state, jump);
    const { next, refusal } = step(challenge, { type: 'try' }, after);
    const early = state === 'send-failed' ? 'code-superseded' : null;
    expect([next.state, refusal]).toEqual(isOver ? ['expired', 'challenge-expired'] : [state, early]);
  });

  test.each(CLOSED)('opens nothing that is %s again', (state) => {
    const { challenge, after } = inState(state, jump);
    for (const event of [{ type: 'try' }, { type: 'resend', codeHash: Buffer.alloc(32) }] as const) {
      const refusal = state === 'expired' ? 'challenge-expired' : 'challenge-closed';
      expect(step(challenge, event, after)).toEqual({ next: challenge, refusal });
    }
  });
});

const settings: [string, (clock: HeldClock) => void][] = jumps
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
  jump(core.ports.clock);
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
    jump(core.ports.clock);
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

test('setting the clock back does not lift the cap on costs', async () => {
  let core = createTestCore();
  const setUp = webhookSetUp({ address: 'https://127.0.0.1:1/', perMonth: 1 });
  value(await core.commands.ways.save({ setUp, secret: SECRETS.webhook }));
  value(await core.commands.accounts.signIn({ identifier: '+4915123456781' }));
  const { folder, clock, random } = core.ports;
  for (const jump of [-YEAR, YEAR / 2, -DAY]) {
    await core.close();
    clock.setWall(clock.now() + jump);
    core = createTestCore({ folder, clock, random });
    const asked = await core.commands.accounts.signIn({ identifier: '+4915123456782' });
    expect(asked).toMatchObject({ ok: false, error: { code: 'cost-cap-reached' } });
  }
});
