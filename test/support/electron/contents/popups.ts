import type { CdpSession, Protocol } from '../browser/cdp.ts';
import { ignoreGone } from '../events.ts';
import { toOuter } from '../session/schemes.ts';

export type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

/** The windows that a page wants to open: the app is asked, and none is opened. */
export class Popups {
  handler: OpenHandler | undefined;
  private readonly requests: Protocol.Page.windowOpenPayload[] = [];

  /** Comes before the window itself, with what the page asked for. */
  onRequest(request: Protocol.Page.windowOpenPayload): void {
    this.requests.push(request);
  }

  onOpened(targetUrl: string, openerUrl: string): void {
    const request = this.requests.shift();
    const url = toOuter(request?.url ?? targetUrl);
    const features = request?.windowFeatures ?? [];
    const answer = this.handler?.({
      url,
      frameName: request?.windowName ?? '',
      features: features.join(','),
      disposition: features.length > 0 ? 'new-window' : 'foreground-tab',
      referrer: { url: openerUrl, policy: 'strict-origin-when-cross-origin' },
    });
    if (answer?.action !== 'deny')
      console.error(`${url}: windows that pages open are not in the stand-in for Electron (test/support/electron)`);
  }
}

/** Lets a held window go, without a request; closed while held it would freeze the page that opened it. */
export function dismiss(popup: CdpSession): void {
  ignoreGone(popup.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }));
  ignoreGone(popup.send('Runtime.runIfWaitingForDebugger'));
}
