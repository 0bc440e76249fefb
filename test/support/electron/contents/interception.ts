import type { CdpSession, Protocol } from '../browser/cdp.ts';
import { debug, makeEvent, messageOf } from '../events.ts';
import { originOf, policyToInner, schemes, toOuter } from '../session/schemes.ts';
import type { ProtocolHandler } from '../session/protocol.ts';
import type { Frames } from './frame.ts';
import type { AttachedPage } from './attached-page.ts';

type Paused = Protocol.Fetch.requestPausedPayload;

const FAVICON = { urlPattern: '*://*/favicon.ico', resourceType: 'Other' as const };

/** What Chromium asks before it fetches: navigations the app may refuse, and requests for its own schemes. */
export class Interception {
  /** The address that main itself is loading; the events about navigations are not for it. */
  loadedByMain: string | undefined;
  private readonly contents: AttachedPage;
  private readonly cdp: CdpSession;
  private readonly frames: Frames;

  constructor(contents: AttachedPage, cdp: CdpSession, frames: Frames) {
    this.contents = contents;
    this.cdp = cdp;
    this.frames = frames;
    cdp.on('Fetch.requestPaused', (paused) => {
      this.onPaused(paused).catch((thrown: unknown) => debug('request', paused.request.url, messageOf(thrown)));
    });
  }

  /** Says what to hold: documents and our schemes, or everything when the app listens to requests. */
  async enable(): Promise<void> {
    const ours = [...schemes].map((scheme) => ({ urlPattern: `${scheme}://*` }));
    const patterns: Protocol.Fetch.RequestPattern[] = this.contents.session.webRequest.listening
      ? [{ urlPattern: '*' }]
      : [{ urlPattern: '*', resourceType: 'Document' }, { urlPattern: 'https://*.standin/*' }, FAVICON, ...ours];
    await this.cdp.send('Fetch.enable', { patterns, handleAuthRequests: true });
  }

  private async onPaused(paused: Paused): Promise<void> {
    const { requestId } = paused;
    if (isFavicon(paused)) {
      await this.cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    if (this.contents.stub?.filling) {
      await this.contents.stub.answer(paused);
      return;
    }
    const isDocument = paused.resourceType === 'Document';
    const isMainFrame = isDocument && this.frames.isMain(paused.frameId);
    if (isDocument && !this.mayNavigate(paused, isMainFrame)) {
      this.contents.onNavigationRefused(isMainFrame);
      await this.cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    const { session, id } = this.contents;
    const decision = await session.webRequest.ask(paused, id, isMainFrame);
    if (decision.cancel) {
      await this.cdp.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return;
    }
    const url = toOuter(paused.request.url);
    if (isDocument) session.origins.add(originOf(paused.request.url));
    if (isMainFrame) await this.contents.settlePermissions(originOf(url), originOf(paused.request.url));
    const handler = session.protocol.handlerFor(url);
    if (handler) await this.answer(paused, url, handler);
    else await this.cdp.send('Fetch.continueRequest', { requestId });
  }

  /** Asks the app; a load by main itself is not asked about, as in Electron. */
  private mayNavigate(paused: Paused, isMainFrame: boolean): boolean {
    const { url } = paused.request;
    if (isMainFrame && (this.loadedByMain === url || url.startsWith('data:'))) {
      this.loadedByMain = undefined;
      return true;
    }
    const frame = this.frames.get(paused.frameId);
    const event = makeEvent({
      url: toOuter(url),
      isMainFrame,
      isSameDocument: false,
      frame,
      initiator: this.frames.main,
    });
    const redirect = paused.redirectedRequestId !== undefined;
    if (redirect) {
      this.contents.emit('will-redirect', event, event.url, false, isMainFrame);
      if (!event.defaultPrevented) this.contents.emit('did-redirect-navigation', event, event.url, false, isMainFrame);
    } else {
      this.contents.emit('will-frame-navigate', event);
      if (isMainFrame && !event.defaultPrevented) this.contents.emit('will-navigate', event, event.url, false, true);
    }
    return !event.defaultPrevented;
  }

  private async answer(paused: Paused, url: string, handler: ProtocolHandler): Promise<void> {
    const { requestId } = paused;
    try {
      const response = await handler(requestFrom(paused, url));
      const body = Buffer.from(await response.arrayBuffer());
      if (response.type === 'error') throw new Error('net::ERR_FAILED');
      const responseHeaders = [...response.headers]
        .filter(([name]) => !/^content-(encoding|length)$/.test(name))
        .map(([name, value]) => ({
          name,
          value: name.startsWith('content-security-policy') ? policyToInner(value) : value,
        }));
      await this.cdp.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: response.status,
        responseHeaders,
        body: body.toString('base64'),
      });
    } catch (thrown) {
      console.error(`The handler of ${url} failed:`, thrown);
      await this.cdp.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    }
  }
}

/** Chromium looks for a page's icon; Electron does not, and the app must not see it asked for. */
function isFavicon({ resourceType, request }: Paused): boolean {
  return resourceType === 'Other' && new URL(request.url).pathname === '/favicon.ico';
}

function requestFrom({ request }: Paused, url: string): Request {
  const parts = (request.postDataEntries ?? []).map(({ bytes }) => Buffer.from(bytes ?? '', 'base64'));
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    /^(origin|referer)$/i.test(name) ? toOuter(value) : value,
  ]);
  return new Request(url, {
    method: request.method,
    headers,
    ...(parts.length > 0 ? { body: Buffer.concat(parts) } : {}),
  });
}
