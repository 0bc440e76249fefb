import { incidentId } from '../log.ts';
import type { Ports } from '../ports.ts';
import type { StoredChallenge } from '../store/challenges.ts';
import { deliver, type DeliverParts, type SendNews } from './deliver.ts';

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

export function createOutbox(parts: DeliverParts & Pick<Ports, 'log' | 'random'>): Outbox {
  const running = new Map<string, { give: AbortController; done: Promise<void> }>();
  let closed = false;
  const fault = (error: unknown) => parts.log.fault(incidentId(parts.random), error);

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
        await deliver(parts, { challenge, code, signal: give.signal }, (news) => !closed && answer(news));
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
