import { hostname } from 'node:os';
import type { Carrier, Outcome } from '../delivery/carrier.ts';
import { letter, shortLetter } from '../delivery/message.ts';
import { incidentId } from '../log.ts';
import type { Ports } from '../ports.ts';
import type { StoredChallenge } from '../store/challenges.ts';

/** The longest that sending one code may take, in ms (security: D6). */
export const SEND_LIMIT = 30_000;

/** Sends codes, one at a time for each identifier. The plain code lives nowhere else. */
export interface Outbox {
  send(challenge: StoredChallenge, code: string, answer: (outcome: Outcome) => void): void;
  /** Gives up what is on its way to one identifier. */
  stop(identifier: string): void;
  /** Gives up what is on its way, and waits until it is. */
  giveUp(): Promise<void>;
  /** The same for good: no answer is heard after that, and nothing is sent. */
  close(): Promise<void>;
}

type OutboxParts = Pick<Ports, 'clock' | 'log' | 'random'> & { carrier: Carrier };

/** An outbox for one carrier. */
export function createOutbox({ clock, carrier, log, random }: OutboxParts): Outbox {
  const running = new Map<string, { give: AbortController; done: Promise<void> }>();
  let closed = false;
  const fault = (error: unknown) => log.fault(incidentId(random), error);

  async function deliver(challenge: StoredChallenge, code: string, signal: AbortSignal): Promise<Outcome> {
    const { identifier: value, identifierKind: kind, address, purpose } = challenge;
    const write = kind === 'phone' ? shortLetter : letter;
    const message = write({ code, purpose, computer: hostname() });
    return carrier.send({ identifier: { kind, value, address }, message, signal });
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
      const run = async () => {
        before?.give.abort();
        await before?.done;
        const callOff = clock.after(SEND_LIMIT, () => give.abort());
        const outcome = await deliver(challenge, code, give.signal).finally(callOff);
        if (running.get(challenge.identifier)?.give === give) running.delete(challenge.identifier);
        if (!closed) answer(outcome);
      };
      running.set(challenge.identifier, { give, done: run().catch(fault) });
    },
    stop: (identifier) => running.get(identifier)?.give.abort(),
    giveUp,
    close() {
      closed = true;
      return giveUp();
    },
  };
}
