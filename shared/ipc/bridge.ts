/** Renderer to main: `[command, input]`, answered with a Result. */
export const INVOKE_CHANNEL = 'switchboard:invoke';
/** Main to renderer: one event message. */
export const EVENT_CHANNEL = 'switchboard:event';
/** The bridge's name on `window`. */
export const BRIDGE_KEY = 'switchboard';

/** What the preload gives to our own window: two functions, no Electron object. */
export interface Bridge {
  /** Calls a command by its dotted name; the answer is what the contract says, checked by the caller's types. */
  invoke(command: string, input: unknown): Promise<unknown>;
  /** Hears every event; call what it returns to stop. */
  subscribe(listener: (message: unknown) => void): () => void;
}
