import type { AccountId } from '../../shared/domain/account.ts';
import type {
  Room,
  SessionRules,
  TabHistory,
  View,
  ViewListener,
  ViewRequest,
  Views,
} from '../../main/sessions/port.ts';

/** A page that loads nothing; a test plays what happens in it. */
export interface HeldView extends View {
  readonly request: ViewRequest;
  readonly listener: ViewListener;
  /** What was asked of it, oldest first. */
  readonly asked: string[];
  /** Where it is, as it would be saved. */
  held: TabHistory;
  /** Objects to being closed. */
  objects: boolean;
  isClosed: boolean;
  /** Goes to an address as a page does. */
  visit(address: string, title?: string): void;
}

/** The port of the tabs without Electron: keeps what it was asked, and lets a test play the pages. */
export interface HeldViews extends Views {
  readonly opened: HeldView[];
  open(request: ViewRequest, listener: ViewListener): HeldView;
  readonly shown: HeldView | null;
  readonly room: Room | null;
  /** Sessions that were wiped, and what was kept at start. */
  readonly wiped: AccountId[];
  readonly keptAtStart: ReadonlySet<AccountId> | null;
  readonly rules: SessionRules;
  newest(): HeldView;
}

export function heldViews(): HeldViews {
  const opened: HeldView[] = [];
  const wiped: AccountId[] = [];
  let shown: HeldView | null = null;
  let room: Room | null = null;
  let rules: SessionRules | null = null;
  let keptAtStart: ReadonlySet<AccountId> | null = null;
  const mine = (view: View | null) => opened.find((one) => one === view) ?? null;
  return {
    opened,
    wiped,
    get shown() {
      return shown;
    },
    get room() {
      return room;
    },
    get keptAtStart() {
      return keptAtStart;
    },
    get rules() {
      if (rules === null) throw new Error('Nobody follows the sessions');
      return rules;
    },
    newest() {
      const view = opened.at(-1);
      if (view === undefined) throw new Error('No view was opened');
      return view;
    },
    follow: (given) => void (rules = given),
    open(request, listener) {
      const view = heldView(request, listener);
      opened.push(view);
      return view;
    },
    show: (view) => void (shown = mine(view)),
    place: (given) => void (room = given),
    memory: () =>
      new Map(opened.filter(({ isClosed }) => !isClosed).map(({ request }) => [request.accountId, 1_000_000])),
    wipe: async (accountId) => void wiped.push(accountId),
    settled: () => Promise.resolve(),
    wipeOthers: async (accountIds) => void (keptAtStart = accountIds()),
  };
}

function heldView(request: ViewRequest, listener: ViewListener): HeldView {
  const { start } = request;
  const asked: string[] = [];
  const ask = (what: string) => void asked.push(what);
  const view: HeldView = {
    request,
    listener,
    asked,
    held: 'history' in start ? start.history : { entries: [{ url: start.address.href, title: '' }], index: 0 },
    objects: false,
    isClosed: false,
    visit(address, title = '') {
      listener.loading(true);
      listener.going(address);
      const before = view.held.entries.slice(0, view.held.index + 1);
      view.held = { entries: [...before, { url: address, title }], index: before.length };
      listener.went({ address, canGoBack: before.length > 0, canGoForward: false, isSamePage: false });
      listener.titled(title);
      listener.loading(false);
    },
    load: ({ href }) => ask(`load ${href}`),
    go: (to) => ask(`go ${to}`),
    reload: () => ask('reload'),
    stop: () => ask('stop'),
    find: (text, direction) => ask(`find ${text} ${direction}`),
    zoom: (percent) => ask(`zoom ${percent}`),
    print: () => ask('print'),
    focus: () => ask('focus'),
    picture: () => Promise.resolve('data:image/jpeg;base64,AA=='),
    history: () => view.held,
    close: () => void (view.isClosed = true),
    async closeIfSaved() {
      ask('close if saved');
      view.isClosed = !view.objects;
      return view.isClosed;
    },
  };
  return view;
}
