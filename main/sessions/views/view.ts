import { WebContentsView, type BrowserWindow, type Session, type WebContents } from 'electron/main';
import type { View, ViewListener, ViewRequest } from '../port.ts';
import { popContextMenu } from './context-menu.ts';
import { loadPage } from './load.ts';
import { followPage } from './page-events.ts';
import type { Placement } from './placement.ts';
import type { Registry } from './registry.ts';

interface Parts {
  session: Session;
  registry: Registry;
  placement: Placement;
  /** The app is about to end, and takes its pages with it. */
  isEnding: () => boolean;
  /** It is closed, by whomever. */
  onGone: () => void;
}

/** A view with what only the Electron side needs of it. */
export interface ElectronView extends View {
  readonly native: WebContentsView;
  /** The process that draws it; null once it is closed. */
  processId(): number | null;
  /** Closes the windows that its pages opened. */
  closePopups(): void;
}

/** How long a page may take to say whether it objects to being closed, in ms. */
const PATIENCE = 3000;

export function openView(request: ViewRequest, listener: ViewListener, parts: Parts): ElectronView {
  const native = makeView(parts.session);
  const contents = native.webContents;
  const owner = { listener, contents, popups: new Set<BrowserWindow>(), signingIn: new WeakSet<WebContents>() };
  parts.registry.addPage(contents, owner);
  parts.placement.add(native);
  followPage(contents, listener);
  contents.on('context-menu', (_event, params) => popContextMenu(contents, params, listener));
  contents.on('enter-html-full-screen', () => parts.placement.fill(native, true));
  contents.on('leave-html-full-screen', () => parts.placement.fill(native, false));

  let isOpen = true;
  let isAskedToClose = false;
  contents.on('will-prevent-unload', (event) => {
    // A page never holds the person back, but for closing it.
    if (!isAskedToClose) event.preventDefault();
  });
  const closePopups = () => {
    for (const popup of owner.popups) popup.destroy();
  };
  const forget = () => {
    if (!isOpen) return false;
    isOpen = false;
    closePopups();
    parts.placement.remove(native);
    parts.onGone();
    return true;
  };
  contents.once('destroyed', () => {
    if (forget() && !isAskedToClose && !parts.isEnding()) listener.closed();
  });
  const close = () => {
    if (forget()) contents.close();
  };

  if (request.userAgent !== null) contents.setUserAgent(request.userAgent);
  if (request.zoom !== 100) contents.setZoomFactor(request.zoom / 100);
  // Whether it arrives is told by the events of the page.
  if ('history' in request.start) contents.navigationHistory.restore(request.start.history).catch(() => {});
  else loadPage(contents, request.start.address);

  return {
    native,
    closePopups,
    processId: () => (isOpen ? contents.getOSProcessId() : null),
    ...controls(contents),
    picture: () => (isOpen ? takePicture(contents) : Promise.resolve(null)),
    close,
    async closeIfSaved() {
      if (!isOpen) return true;
      isAskedToClose = true;
      const isClosed = await askToClose(contents);
      isAskedToClose = false;
      if (isClosed) close();
      return isClosed;
    },
  };
}

function makeView(session: Session): WebContentsView {
  return new WebContentsView({
    // A literal, never spread from data, and without a preload (security: W1, W5).
    webPreferences: Object.freeze({
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: true,
      // Else a zoom would be of its host, in every account's session.
      zoomMode: 'isolated',
    }),
  });
}

/** Asks the page whether it may be closed; one that does not answer may. */
function askToClose(contents: WebContents): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(true), PATIENCE);
  const object = () => resolve(false);
  const gone = () => resolve(true);
  contents.once('will-prevent-unload', object);
  contents.once('destroyed', gone);
  contents.close({ waitForBeforeUnload: true });
  return promise.finally(() => {
    clearTimeout(timer);
    contents.off('will-prevent-unload', object);
    contents.off('destroyed', gone);
  });
}

function controls(contents: WebContents): Omit<View, 'picture' | 'close' | 'closeIfSaved'> {
  let searched = '';
  return {
    load: (address) => loadPage(contents, address),
    go: (to) => (to === 'back' ? contents.navigationHistory.goBack() : contents.navigationHistory.goForward()),
    reload: () => contents.reload(),
    stop: () => contents.stop(),
    find(text, direction) {
      if (text === '') contents.stopFindInPage('clearSelection');
      // `findNext` begins a new search, the reverse of what its name says.
      else contents.findInPage(text, { forward: direction === 'next', findNext: text !== searched });
      searched = text;
    },
    zoom: (percent) => contents.setZoomFactor(percent / 100),
    print: () => contents.print(),
    focus: () => contents.focus(),
    history: () => {
      if (contents.isDestroyed()) return { entries: [], index: 0 };
      const { navigationHistory } = contents;
      return { entries: navigationHistory.getAllEntries(), index: navigationHistory.getActiveIndex() };
    },
  };
}

/** No picture is larger, in bytes and in pixels across. */
const LARGEST = 200_000;
const WIDEST = 1600;

async function takePicture(contents: WebContents): Promise<string | null> {
  const taken = await contents.capturePage().catch(() => null);
  if (taken === null || taken.isEmpty()) return null;
  const image = taken.getSize().width > WIDEST ? taken.resize({ width: WIDEST }) : taken;
  for (const quality of [75, 50, 25]) {
    const bytes = image.toJPEG(quality);
    if (bytes.length <= LARGEST) return `data:image/jpeg;base64,${bytes.toString('base64')}`;
  }
  return null;
}
