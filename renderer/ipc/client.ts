import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { Client, EventMessage } from '../../shared/ipc/contract.ts';
import { refuse } from '../../shared/errors.ts';

declare global {
  interface Window {
    /** What the preload gives; main sends only what the contract declares. */
    readonly switchboard: Pick<Bridge, 'invoke'> & { subscribe(listener: (message: EventMessage) => void): () => void };
  }
}

/** A command that never reached main is answered like a fault in main, so that no button stays silent. */
async function call(name: string, input: unknown): Promise<unknown> {
  try {
    return await window.switchboard.invoke(name, input);
  } catch {
    return refuse('unexpected', { incidentId: 'no-answer' });
  }
}

function group(name: string): object {
  return new Proxy({}, { get: (_, command) => (input: unknown) => call(`${name}.${String(command)}`, input) });
}

/** Every command of the contract: `api.accounts.link({ identifier })`. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one cast: names are checked by types here and by main when called
export const api = new Proxy({}, { get: (_, name) => group(String(name)) }) as Client;

/** Hears every event of the contract; call what it returns to stop. */
export function onEvent(listener: (message: EventMessage) => void): () => void {
  return window.switchboard.subscribe(listener);
}
