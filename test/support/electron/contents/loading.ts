import type { CdpSession } from '../browser/cdp.ts';
import { ignoreGone, messageOf } from '../events.ts';
import { toInner } from '../session/schemes.ts';
import type { Interception } from './interception.ts';
import type { PageEvents } from './page-events.ts';
import type { AttachedPage } from './attached-page.ts';
import { ABORTED, netError } from './net-errors.ts';

/** Loads that main asks for. */
export class Loading {
  private readonly contents: AttachedPage;
  private readonly cdp: CdpSession;
  private readonly events: PageEvents;
  private readonly interception: Interception;
  private byMain = false;

  constructor(contents: AttachedPage, cdp: CdpSession, events: PageEvents, interception: Interception) {
    this.contents = contents;
    this.cdp = cdp;
    this.events = events;
    this.interception = interception;
  }

  /** Whether the page is about to leave its document for another. */
  get leaving(): boolean {
    return this.byMain || this.events.navigating;
  }

  /** The app refused a navigation: the page stays where it is. */
  stay(): void {
    this.events.navigating = false;
    this.events.loads.end();
  }

  /** Ends when the document's load event has come; rejects as Electron does when there is no document. */
  async load(url: string): Promise<void> {
    const inner = toInner(url);
    this.interception.loadedByMain = inner;
    this.byMain = true;
    this.events.loads.start('');
    const { errorText, loaderId } = await this.navigate(inner);
    if (errorText !== undefined) {
      this.events.loads.end();
      this.interception.loadedByMain = undefined;
      const { name: code, code: errno } = netError(this.contents.takeRefusedCertificate() ?? errorText);
      if (netError(errorText).code !== ABORTED && loaderId !== undefined) await this.untilFailed();
      throw Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { code, errno, url });
    }
    if (loaderId !== undefined) await this.untilLoaded(loaderId, url);
  }

  private async navigate(url: string): Promise<{ errorText?: string; loaderId?: string }> {
    try {
      return await this.cdp.send('Page.navigate', { url });
    } catch (thrown) {
      return { errorText: /invalid URL/.test(messageOf(thrown)) ? 'net::ERR_INVALID_URL' : 'net::ERR_FAILED' };
    } finally {
      this.byMain = false;
    }
  }

  /** The app hears of it by the event before; which does not come when another load has begun. */
  private async untilFailed(): Promise<void> {
    const told = Promise.withResolvers<void>();
    this.contents.once('-failed', told.resolve);
    const timer = setTimeout(told.resolve, 1000);
    await told.promise;
    clearTimeout(timer);
    this.contents.off('-failed', told.resolve);
  }

  private untilLoaded(loaderId: string, url: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const onLoaded = (id: string | undefined): void => {
        if (id !== undefined && id !== loaderId) return;
        this.contents.off('-loaded', onLoaded);
        if (id === loaderId) resolve();
        else reject(new Error(`ERR_ABORTED (-3) loading '${url}'`));
      };
      if (this.events.loadedId === loaderId) resolve();
      else this.contents.on('-loaded', onLoaded);
    });
  }

  reload(ignoreCache: boolean): void {
    this.interception.loadedByMain = this.contents.mainFrame.innerUrl;
    this.byMain = true;
    ignoreGone(this.cdp.send('Page.reload', { ignoreCache }).finally(() => (this.byMain = false)));
  }
}
