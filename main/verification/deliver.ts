import { hostname } from 'node:os';
import type { Outcome } from '../delivery/carrier.ts';
import type { Carriers } from '../delivery/carriers.ts';
import { letter, shortLetter } from '../delivery/message.ts';
import { sendInTime } from '../delivery/send-in-time.ts';
import type { Ports } from '../ports.ts';
import type { StoredChallenge } from '../store/challenges.ts';
import { wait } from '../wait.ts';
import { retryDelay } from './retry.ts';

/** What is heard of a code on its way: `postponed` until `retryAt` (ms, wall clock), and what a provider reports later. */
export type SendNews =
  | Outcome
  | { kind: 'postponed'; retryAt: number; said?: string }
  | { kind: 'delivered' }
  | { kind: 'undelivered'; said?: string };

/** What takes a code to its recipient. */
export type DeliverParts = Pick<Ports, 'clock'> & { carriers: Carriers };

interface Delivered {
  challenge: StoredChallenge;
  code: string;
  /** Gives up. */
  signal: AbortSignal;
}

/** Sends a code, again where it may and while it still lives, and follows it as far as its provider tells. */
export async function deliver(parts: DeliverParts, code: Delivered, tell: (news: SendNews) => void): Promise<void> {
  const outcome = await tryUntilDone(parts, code, tell);
  tell(outcome);
  const delivery = outcome.kind === 'sent' ? ((await outcome.follow?.(code.signal)) ?? null) : null;
  if (delivery === null) return;
  tell(delivery.arrived ? { kind: 'delivered' } : { kind: 'undelivered', ...saidOf(delivery) });
}

/** Until it is sent, or refused for good. */
async function tryUntilDone(parts: DeliverParts, code: Delivered, tell: (news: SendNews) => void): Promise<Outcome> {
  const { clock } = parts;
  const { challenge, signal } = code;
  for (let attempts = 1; ; attempts += 1) {
    const outcome = await attempt(parts, code);
    const delay = retryDelay(outcome, attempts, Date.parse(challenge.expiresAt) - clock.now());
    if (delay === null || signal.aborted) return outcome;
    tell({ kind: 'postponed', retryAt: clock.now() + delay, ...saidOf(outcome) });
    await wait(clock, delay, signal);
  }
}

function attempt({ clock, carriers }: DeliverParts, { challenge, code, signal }: Delivered): Promise<Outcome> {
  const { identifier: value, identifierKind: kind, address, purpose, carrier } = challenge;
  const write = kind === 'phone' ? shortLetter : letter;
  const message = write({ code, purpose, computer: hostname() });
  return sendInTime(clock, carriers.find(carrier), { identifier: { kind, value, address }, message, signal });
}

function saidOf({ said }: { said?: string }): { said?: string } {
  return said === undefined ? {} : { said };
}
