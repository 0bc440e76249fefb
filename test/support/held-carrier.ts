import type { Carrier, Outcome } from '../../main/delivery/carrier.ts';

/** A carrier that holds every message until a test says what became of it. */
export interface HeldCarrier extends Carrier {
  /** The codes that were handed over, per address, oldest first. */
  codes(address: string): string[];
  /** Answers what is on its way to an address. */
  answer(address: string, outcome: Outcome): void;
}

export function heldCarrier(): HeldCarrier {
  const sent = new Map<string, string[]>();
  const waiting = new Map<string, (outcome: Outcome) => void>();
  return {
    name: 'local-mailbox',
    send({ identifier: { address }, message, signal }) {
      sent.set(address, [...(sent.get(address) ?? []), message.text.slice(0, 6)]);
      return new Promise((resolve) => {
        waiting.set(address, resolve);
        signal.addEventListener('abort', () => resolve({ kind: 'not-sent', reason: 'timed-out' }), { once: true });
      });
    },
    codes: (address) => sent.get(address) ?? [],
    answer: (address, outcome) => waiting.get(address)?.(outcome),
  };
}
