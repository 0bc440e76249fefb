import { hostname } from 'node:os';
import type { Outcome } from '../delivery/carrier.ts';
import type { Carriers } from '../delivery/carriers.ts';
import { letter, shortLetter } from '../delivery/message.ts';
import { sendInTime } from '../delivery/send-in-time.ts';
import { incidentId } from '../log.ts';
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

/** Sends codes, one at a time for each identifier. The plain code lives nowhere else. */
export interface Outbox {
  send(challenge: StoredChallenge, code: string, answer: (news: SendNews) => void): void;
  /** Gives up what is on its way to one identifier. */
  stop(identifier: string): void;
  /** Gives up what is on its way, and waits until it is. */
  giveUp(): Promise<void>;
  /** The same for good: no answer is heard after that, and nothing is sent. */
  close(): Promise<void>;
}

type OutboxParts = Pick<Ports, 'clock' | 'log' | 'random'> & { carriers: Carriers };

export function createOutbox({ clock, carriers, log, random }: OutboxParts): Outbox {
  const running = new Map<string, { give: AbortController; done: Promise<void> }>();
  let closed = false;
  const fault = (error: unknown) => log.fault(incidentId(random), error);

  async function attempt(challenge: StoredChallenge, code: string, signal: AbortSignal): Promise<Outcome> {
    const { identifier: value, identifierKind: kind, address, purpose } = challenge;
    const write = kind === 'phone' ? shortLetter : letter;
    const message = write({ code, purpose, computer: hostname() });
    const parcel = { identifier: { kind, value, address }, message, signal };
    return sendInTime(clock, carriers.find(challenge.carrier), parcel);
  }

  /** Tries until it is sent or hopeless; a temporary refusal is tried again while the code still lives. */
  async function deliver(
    challenge: StoredChallenge,
    code: string,
    signal: AbortSignal,
    answer: (news: SendNews) => void,
  ): Promise<Outcome> {
    for (let attempts = 1; ; attempts += 1) {
      const outcome = await attempt(challenge, code, signal);
      const delay = retryDelay(outcome, attempts, Date.parse(challenge.expiresAt) - clock.now());
      if (delay === null || signal.aborted) return outcome;
      answer({ kind: 'postponed', retryAt: clock.now() + delay, ...saidOf(outcome) });
      await wait(clock, delay, signal);
    }
  }

  async function giveUp(): Promise<void> {
    const sends = [...running.values()];
    for (const { give } of sends) give.abort();
    await Promise.all(sends.map(({ done }) => done));
  }

  return {
    send(challenge, code, answer) {
      // The next start finds it interrupted.
      if (closed) return;
      const before = running.get(challenge.identifier);
      const give = new AbortController();
      const tell = (news: SendNews) => {
        if (!closed) answer(news);
      };
      const run = async () => {
        before?.give.abort();
        await before?.done;
        const outcome = await deliver(challenge, code, give.signal, tell);
        tell(outcome);
        const delivery = outcome.kind === 'sent' ? ((await outcome.follow?.(give.signal)) ?? null) : null;
        if (delivery !== null)
          tell(delivery.arrived ? { kind: 'delivered' } : { kind: 'undelivered', ...saidOf(delivery) });
      };
      const done = run()
        .catch(fault)
        .finally(() => {
          if (running.get(challenge.identifier)?.give === give) running.delete(challenge.identifier);
        });
      running.set(challenge.identifier, { give, done });
    },
    stop: (identifier) => running.get(identifier)?.give.abort(),
    giveUp,
    close() {
      closed = true;
      return giveUp();
    },
  };
}

function saidOf({ said }: { said?: string }): { said?: string } {
  return said === undefined ? {} : { said };
}
