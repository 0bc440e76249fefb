import type { CdpConnection } from './cdp.ts';

/** Which process shows which page: Chromium does not say, but a page's new document is what a new process is for. */
export class Renderers {
  private readonly connection: CdpConnection;
  private known = new Set<number>();

  constructor(connection: CdpConnection) {
    this.connection = connection;
  }

  /** The process that has come since it was asked last; `undefined` when there is none. */
  async newest(): Promise<number | undefined> {
    const { processInfo } = await this.connection.send('SystemInfo.getProcessInfo');
    const now = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    const fresh = now.filter((id) => !this.known.has(id));
    this.known = new Set(now);
    return fresh.at(-1);
  }
}
