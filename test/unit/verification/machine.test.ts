import { expect, test } from 'vitest';
import { ChallengeId } from '../../../shared/domain/challenge.ts';
import type { StoredChallenge } from '../../../main/store/challenges.ts';
import { CODE_LIFETIME, openChallenge, step, type ChallengeEvent } from '../../../main/verification/machine.ts';

const start = { wall: Date.UTC(2026, 10, 23), trusted: 5_000 };
const later = (ms: number) => ({ wall: start.wall + ms, trusted: start.trusted + ms });

const sending = openChallenge(
  {
    id: ChallengeId.parse('3f0c8a86-5e7b-4d9e-9c0b-1f2a3b4c5d6e'),
    purpose: 'link',
    identifier: 'maria@example.com',
    identifierKind: 'email',
    address: 'maria@example.com',
    carrier: 'local-mailbox',
    codeHash: Buffer.alloc(32, 1),
  },
  start,
);
const waiting: StoredChallenge = { ...sending, state: 'waiting' };
const failed: StoredChallenge = { ...sending, state: 'send-failed', failure: 'refused' };
const closed = (state: StoredChallenge['state']): StoredChallenge => ({
  ...waiting,
  state,
  codeHash: null,
  closedAt: new Date(start.wall).toISOString(),
});
const tried = (challenge: StoredChallenge, triesLeft: number) => ({ ...challenge, triesLeft });

const sent: ChallengeEvent = { type: 'sent', sendNumber: 1 };
const unsure: ChallengeEvent = { type: 'unsure', sendNumber: 1 };
const notSent: ChallengeEvent = { type: 'failed', sendNumber: 1, reason: 'unreachable', said: null };
const resend: ChallengeEvent = { type: 'resend', codeHash: Buffer.alloc(32, 2) };

test.each<[string, StoredChallenge, ChallengeEvent, Partial<StoredChallenge>, string | null]>([
  ['sending is sent', sending, sent, { state: 'waiting', unsure: false }, null],
  ['sending is unsure', sending, unsure, { state: 'waiting', unsure: true }, null],
  ['sending fails', sending, notSent, { state: 'send-failed', failure: 'unreachable' }, null],
  ['a late answer means nothing', sending, { type: 'sent', sendNumber: 2 }, { state: 'sending' }, null],
  ['an answer twice means nothing', waiting, notSent, { state: 'waiting', failure: null }, null],
  ['a try is counted while sending', sending, { type: 'try' }, { state: 'sending', triesLeft: 4 }, null],
  ['a try is counted while waiting', waiting, { type: 'try' }, { state: 'waiting', triesLeft: 4 }, null],
  ['no try without a code', failed, { type: 'try' }, { triesLeft: 5 }, 'code-superseded'],
  ['right while sending', tried(sending, 4), { type: 'right' }, { state: 'verified', codeHash: null }, null],
  ['right gives the try back', tried(waiting, 0), { type: 'right' }, { state: 'verified', triesLeft: 1 }, null],
  ['wrong', tried(waiting, 1), { type: 'wrong' }, { state: 'waiting', triesLeft: 1 }, null],
  ['wrong at the last', tried(waiting, 0), { type: 'wrong' }, { state: 'locked', codeHash: null }, 'challenge-locked'],
  ['superseded costs nothing', tried(waiting, 4), { type: 'superseded' }, { triesLeft: 5 }, 'code-superseded'],
  ['resend from sending', sending, resend, { state: 'sending', sendNumber: 2 }, null],
  ['resend refills no tries', tried(waiting, 2), resend, { state: 'sending', triesLeft: 2 }, null],
  ['resend after a failure', failed, resend, { state: 'sending', failure: null }, null],
  ['cancel', sending, { type: 'cancel' }, { state: 'cancelled', codeHash: null }, null],
  ['cancel after a failure', failed, { type: 'cancel' }, { state: 'cancelled', failure: null }, null],
  ['interrupted', waiting, { type: 'interrupted' }, { state: 'send-failed', failure: 'interrupted' }, null],
  ['a look changes nothing', waiting, { type: 'look' }, { state: 'waiting' }, null],
])('%s', (_name, challenge, event, expected, refusal) => {
  const result = step(challenge, event, later(30_000));
  expect(result.next).toMatchObject(expected);
  expect(result.refusal).toBe(refusal);
  expect(result.next.closedAt === null).toBe(['sending', 'waiting', 'send-failed'].includes(result.next.state));
});

const events: ChallengeEvent[] = [
  sent,
  unsure,
  notSent,
  resend,
  { type: 'try' },
  { type: 'right' },
  { type: 'wrong' },
  { type: 'superseded' },
  { type: 'interrupted' },
  { type: 'cancel' },
  { type: 'look' },
];

test.each(events)('after its time every open challenge is expired, before $type', (event) => {
  for (const challenge of [sending, waiting, failed]) {
    expect(step(challenge, event, later(CODE_LIFETIME)).next.state).toBe('expired');
    expect(step(challenge, event, later(CODE_LIFETIME - 1)).next.state).not.toBe('expired');
  }
});

test.each(events)('what is closed stays as it is: $type', (event) => {
  for (const state of ['verified', 'locked', 'expired', 'cancelled'] as const) {
    const { next, refusal } = step(closed(state), event, later(1));
    expect(next).toEqual(closed(state));
    const asked = event.type === 'try' || event.type === 'resend';
    expect(refusal).toBe(asked ? (state === 'expired' ? 'challenge-expired' : 'challenge-closed') : null);
  }
});

test('either clock ends it', () => {
  const look: ChallengeEvent = { type: 'look' };
  expect(step(waiting, look, { wall: start.wall + CODE_LIFETIME, trusted: start.trusted }).next.state).toBe('expired');
  expect(step(waiting, look, { wall: start.wall - 1e9, trusted: start.trusted + CODE_LIFETIME }).next.state).toBe(
    'expired',
  );
});

test('a new code has its own ten minutes', () => {
  const { next } = step(waiting, resend, later(60_000));
  expect(next.expiresTrusted).toBe(start.trusted + 60_000 + CODE_LIFETIME);
  expect(Date.parse(next.expiresAt)).toBe(start.wall + 60_000 + CODE_LIFETIME);
});
