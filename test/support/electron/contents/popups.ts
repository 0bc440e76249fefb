import type { Attached } from '../browser/browser.ts';
import type { CdpSession, Protocol } from '../browser/cdp.ts';
import { ignoreGone } from '../events.ts';
import { toOuter } from '../session/schemes.ts';
import type { WebContents } from './web-contents.ts';

export type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
type Details = Electron.HandlerDetails;
type Adopt = (preferences: object, popup?: Attached) => WebContents;
type Allowed = Omit<Electron.WindowOpenHandlerResponse, 'action'>;
/** Options of a window around a page that Chromium has opened already. */
export type PopupOptions = Electron.BrowserWindowConstructorOptions & { adopted?: WebContents };

const SIZES: Record<string, keyof Electron.Rectangle> = {
  width: 'width',
  innerwidth: 'width',
  height: 'height',
  innerheight: 'height',
  left: 'x',
  screenx: 'x',
  top: 'y',
  screeny: 'y',
};

/** Chromium's words for a window with all its bars, which is one that the page said nothing of. */
const BARS = new Set(['menubar', 'toolbar', 'status', 'scrollbars', 'resizable', 'location']);

/** What makes a window; told by the module of windows, which knows this one. */
export const windows: { make: (options: PopupOptions) => object } = {
  make() {
    throw new Error('no windows yet');
  },
};

/** The windows that a page wants to open: the app is asked about each. */
export class Popups {
  handler: OpenHandler | undefined;
  private readonly opener: WebContents;
  private readonly requests: Protocol.Page.windowOpenPayload[] = [];

  constructor(opener: WebContents) {
    this.opener = opener;
  }

  /** Comes before the window itself, with what the page asked for. */
  onRequest(request: Protocol.Page.windowOpenPayload): void {
    this.requests.push(request);
  }

  /** Chromium has opened it, and holds it before its first request. */
  onOpened({ session, target }: Pick<Attached, 'session' | 'target'>, adopt: Adopt): void {
    const at = this.requests.findIndex(({ url }) => url === target.url || target.url === '' || url === '');
    const request = at < 0 ? undefined : this.requests.splice(at, 1)[0];
    const close = (): void => this.opener.closeTarget(target.targetId);
    // What has no opener has no frame to prepare either, so a window of our own goes to its address.
    if (!request) {
      const onRequest = (url: string): void => {
        close();
        this.open(this.detailsOf(url), 'background-tab', adopt);
      };
      ignoreGone(dismiss(session, onRequest));
      return;
    }
    const details = this.detailsOf(request.url || 'about:blank', request);
    if (target.canAccessOpener) this.openTied(details, { session, target, token: '' }, adopt);
    else {
      ignoreGone(dismiss(session).then(close));
      this.open(details, details.disposition, adopt);
    }
  }

  /** A link was clicked so that a browser would open another tab or window for it. */
  onLink(url: string, disposition: Details['disposition'], adopt: Adopt): void {
    this.open(this.detailsOf(url), disposition, adopt);
  }

  /** A window that its page and its opener can reach each other through. */
  private openTied(details: Details, popup: Attached, adopt: Adopt): void {
    const answer = this.ask(details);
    if (!answer) {
      ignoreGone(dismiss(popup.session).then(() => this.opener.closeTarget(popup.target.targetId)));
      return;
    }
    const { contents, options } = this.make(details, answer, (preferences) => adopt(preferences, popup));
    this.place(contents, options, answer, details);
  }

  private open(details: Details, disposition: Details['disposition'], adopt: Adopt): void {
    const answer = this.ask({ ...details, disposition });
    if (!answer) return;
    if (disposition === 'background-tab' && answer.createWindow) {
      const { options } = this.optionsOf(details, answer);
      this.tie(answer.createWindow(options), answer);
      return;
    }
    const { contents, options } = this.make(details, answer, (preferences) => adopt(preferences));
    ignoreGone(contents.loadURL(details.url));
    this.place(contents, options, answer, { ...details, disposition });
  }

  private ask(details: Details): Allowed | undefined {
    const answer = this.handler ? this.handler(details) : { action: 'allow' as const };
    return answer?.action === 'allow' ? answer : undefined;
  }

  private optionsOf({ features }: Details, { overrideBrowserWindowOptions = {} }: Allowed) {
    const webPreferences = { session: this.opener.session, ...overrideBrowserWindowOptions.webPreferences };
    // Our session has of Electron's what the app uses.
    const options = { ...sizeOf(features), ...overrideBrowserWindowOptions };
    return { options: Object.assign(options, { webPreferences }), webPreferences };
  }

  private make(details: Details, answer: Allowed, create: (preferences: object) => WebContents) {
    const { options, webPreferences } = this.optionsOf(details, answer);
    const contents = create(webPreferences);
    this.tie(contents, answer);
    return { contents, options };
  }

  private place(contents: WebContents, options: PopupOptions, { createWindow }: Allowed, details: Details): void {
    if (createWindow) {
      const returned: unknown = createWindow(Object.assign(options, { webContents: contents }));
      if (returned !== contents)
        throw new Error(
          'Invalid webContents. Created window should be connected to webContents passed with options object.',
        );
      return;
    }
    const { url, frameName, referrer, disposition, postBody } = details;
    const window = windows.make({ ...options, adopted: contents });
    this.opener.emit('did-create-window', window, { url, frameName, options, referrer, disposition, postBody });
  }

  /** What a page opened goes with it. */
  private tie(
    contents: { close(): void; once(event: string, listener: () => void): unknown },
    { outlivesOpener }: Allowed,
  ): void {
    if (outlivesOpener) return;
    const close = (): void => contents.close();
    this.opener.once('destroyed', close);
    contents.once('destroyed', () => this.opener.off('destroyed', close));
  }

  private detailsOf(url: string, request?: Protocol.Page.windowOpenPayload): Details {
    const features = request?.windowFeatures ?? [];
    return {
      url: toOuter(url),
      frameName: request?.windowName === '_blank' ? '' : (request?.windowName ?? ''),
      features: features.filter((feature) => !BARS.has(feature)).join(','),
      disposition: features.some((feature) => feature.includes('=')) ? 'new-window' : 'foreground-tab',
      referrer: { url: this.opener.getURL(), policy: 'strict-origin-when-cross-origin' },
    };
  }
}

function sizeOf(features: string): Partial<Electron.Rectangle> {
  const size: Partial<Electron.Rectangle> = {};
  for (const feature of features.split(',')) {
    const [name = '', value = ''] = feature.split('=');
    const key = SIZES[name.trim().toLowerCase()];
    if (key !== undefined && value !== '') size[key] = Number.parseInt(value, 10);
  }
  return size;
}

/** Lets a held window go, without a request; closed while held it would freeze the page that opened it. */
async function dismiss(popup: CdpSession, onRequest?: (url: string) => void): Promise<void> {
  let told = false;
  const tell = (url: string): void => {
    if (!told && /^https?:/.test(url) && !url.endsWith('/favicon.ico')) onRequest?.(url);
    told ||= /^https?:/.test(url);
  };
  if (onRequest) {
    popup.on('Fetch.requestPaused', ({ request }) => tell(request.url));
    popup.on('Page.frameNavigated', ({ frame }) => tell(frame.url));
    ignoreGone(popup.send('Page.enable'));
  }
  await popup.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await popup.send('Runtime.runIfWaitingForDebugger');
}
