import { create } from 'zustand';
import type { SecretsState } from '../../shared/domain/secrets.ts';
import type { ShownWay } from '../../shared/domain/way.ts';
import type { AppError } from '../../shared/errors.ts';
import { api, onEvent } from '../ipc/client.ts';

interface WaysState {
  /** Every way that can be set up; null until main answered. */
  ways: readonly ShownWay[] | null;
  /** How passwords and keys are kept; null until main answered. */
  secrets: SecretsState | null;
  /** Why main could not be read, last time. */
  problem: AppError | null;
}

/** How the ways of proving are set up, as last read. */
export const useWays = create<WaysState>(() => ({ ways: null, secrets: null, problem: null }));

/** Reads both and follows them, while a page shows them. Call what it returns to stop. */
export function followWays(): () => void {
  const stop = onEvent((message) => {
    if (message.name === 'secrets.changed') useWays.setState({ secrets: message.payload });
    // What is kept, or locked, is shown with each way.
    if (message.name === 'secrets.changed' || message.name === 'ways.changed') void readWays();
  });
  void readWays();
  void readSecrets();
  return stop;
}

let reads = 0;

async function readWays(): Promise<void> {
  reads += 1;
  const read = reads;
  const answer = await api.ways.list({});
  // An answer that a newer one has overtaken is old.
  if (read === reads) useWays.setState(answer.ok ? { ways: answer.value, problem: null } : { problem: answer.error });
}

async function readSecrets(): Promise<void> {
  const answer = await api.secrets.read({});
  useWays.setState(answer.ok ? { secrets: answer.value } : { problem: answer.error });
}
