import { setTimeout as sleep } from 'node:timers/promises';
import { debug, messageOf } from '../events.ts';
import type { CdpConnection } from './cdp.ts';

/** A page whose window can be made the active one. */
export interface Activatable {
  readonly browserContextId: string | undefined;
  /** Gives what puts everything back. */
  activate(): Promise<() => void>;
  /** Opens an empty window of the same profile, and gives what closes it. */
  openBeside(): Promise<() => void>;
}

/** For how long a window's activation is waited for. */
const [TRIES, PAUSE_MS] = [30, 10];
/** How often a turn is taken anew. */
const ATTEMPTS = 10;

/**
 * Some commands of the DevTools protocol reach only the profile whose window was active last. What is to be done in a
 * profile is done here, one after the other, with a window of it made active for that moment if need be.
 */
export class ProfileTurns {
  private readonly connection: CdpConnection;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(connection: CdpConnection) {
    this.connection = connection;
  }

  take(page: Activatable, task: () => Promise<unknown>): Promise<void> {
    const mine = this.runAfter(this.turn, page, task);
    this.turn = mine.catch(() => {});
    return mine;
  }

  private async runAfter(before: Promise<unknown>, page: Activatable, task: () => Promise<unknown>): Promise<void> {
    await before;
    if (await this.isActive(page)) {
      try {
        await task();
        return;
      } catch (thrown) {
        debug(messageOf(thrown)); // another window became the active one meanwhile
      }
    }
    // Windows that open meanwhile become the active one, each for a moment.
    for (let left = ATTEMPTS; ; left--) {
      try {
        await this.runActive(page, task);
        return;
      } catch (thrown) {
        if (left <= 1) throw thrown;
        debug(messageOf(thrown));
      }
    }
  }

  private async runActive(page: Activatable, task: () => Promise<unknown>): Promise<void> {
    const putBack = await page.activate();
    // A window that Chromium takes for active anyway does not become it anew: an empty one of the profile does.
    const close = (await this.becomesActive(page)) ? undefined : await page.openBeside();
    try {
      await this.becomesActive(page);
      await task();
    } finally {
      close?.();
      putBack();
    }
  }

  private async becomesActive(page: Activatable): Promise<boolean> {
    for (let tries = 0; tries < TRIES; tries++) {
      if (await this.isActive(page)) return true;
      await sleep(PAUSE_MS);
    }
    return false;
  }

  private async isActive({ browserContextId }: Activatable): Promise<boolean> {
    if (browserContextId === undefined) return true;
    const contexts: object = await this.connection.send('Target.getBrowserContexts');
    return Reflect.get(contexts, 'defaultBrowserContextId') === browserContextId;
  }
}
