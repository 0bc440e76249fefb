/** An event as Electron hands it to listeners in the main process. */
export interface StandInEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

/** A new event with the given details beside `preventDefault`. */
export function makeEvent<T extends object>(details: T): T & StandInEvent;
export function makeEvent(): StandInEvent;
export function makeEvent(details: object = {}): StandInEvent {
  const base: StandInEvent = {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
  return Object.assign(base, details);
}

const verbose = process.env['STANDIN_DEBUG'] !== undefined;

/** Says what the stand-in does, when STANDIN_DEBUG is set. */
export function debug(...words: unknown[]): void {
  if (verbose) console.error('[stand-in]', ...words);
}

/** The words of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** For a promise whose failure means only that the page or Chromium has gone meanwhile. */
export function ignoreGone(promise: Promise<unknown>): void {
  promise.catch((thrown: unknown) => debug(messageOf(thrown)));
}
