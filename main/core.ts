import type { Client, EventMessage } from '../shared/ipc/contract.ts';
import type { Result } from '../shared/errors.ts';
import type { Snapshot } from '../shared/domain/snapshot.ts';
import type { Preferences } from '../shared/domain/preferences.ts';
import type { Ports } from './ports.ts';
import type { StoreProblem } from './store/problems.ts';

/** The whole app without Electron. */
export interface Core {
  /** Answers one message from a renderer: `command` and `input` are checked here, and every refusal is answered. */
  answer(command: unknown, input: unknown): Promise<Result<unknown>>;
  /** The same commands for the shell: tray, menus, shortcuts, command line and links call these. */
  readonly commands: Client;
  /** Everything main shows, read now. */
  snapshot(): Required<Snapshot>;
  preferences(): Preferences;
  /** Hears every event of the contract; call what it returns to stop. */
  subscribe(listener: (message: EventMessage) => void): () => void;
  close(): Promise<void>;
}

export declare function createCore(ports: Ports): { ok: true; value: Core } | { ok: false; problem: StoreProblem };
