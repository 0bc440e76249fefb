import type { CdpSession } from '../browser/cdp.ts';
import { ignoreGone, makeEvent } from '../events.ts';
import { toInner } from '../session/schemes.ts';
import type { Interception } from './interception.ts';
import type { PageEvents } from './page-events.ts';
import type { WebContents } from './web-contents.ts';

/** Loads that main asks for. */
export class Loading {
  private readonly contents: WebContents;
  private readonly cdp: CdpSession;
  private readonly events: PageEvents;
  private readonly interception: Interception;
  private byMain = false;

  constructor(contents: WebContents, cdp: CdpSession, events: PageEvents, interception: Interception) {
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
  }

  /** Ends when the document's load event has come; rejects as Electron does when there is no document. */
  async load(url: string): Promise<void> {
    const inner = toInner(url);
    this.interception.loadedByMain = inner;
    this.byMain = true;
    const navigation = this.cdp.send('Page.navigate', { url: inner });
    const { errorText, loaderId } = await navigation.finally(() => (this.byMain = false));
    if (errorText !== undefined && errorText !== 'net::ERR_ABORTED') {
      const code = errorText.replace('net::', '');
      this.contents.emit('did-fail-load', makeEvent(), -2, code, url, true, 1, 1);
      throw Object.assign(new Error(`${code} (-2) loading '${url}'`), { code, errno: -2, url });
    }
    if (errorText === undefined && loaderId !== undefined) await this.untilLoaded(loaderId, url);
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

  reload(): void {
    this.interception.loadedByMain = this.contents.mainFrame.innerUrl;
    this.byMain = true;
    ignoreGone(this.cdp.send('Page.reload').finally(() => (this.byMain = false)));
  }
}
