import type { Account, AccountId } from '../../shared/domain/account.ts';
import type { TabProblem } from '../../shared/domain/tab.ts';
import type { ExternalBrowser, Ports } from '../ports.ts';
import { isStillSigningIn, wantsDevice } from './browser-wanted.ts';
import { pageAddress } from './navigation.ts';
import { decideLink, decideWindow } from './new-windows.ts';
import type { Permissions } from './permissions.ts';
import type { PageAsk, ViewListener } from './port.ts';
import { endAsks, type OpenTab } from './tab.ts';
import { holdsInputAfter } from './unsent-input.ts';

/** What a tab reaches when its page does something. */
export interface ListenerParts extends Pick<Ports, 'log'> {
  browser: ExternalBrowser;
  permissions: Permissions;
  /** How the tab is shown has changed. */
  shown(tab: OpenTab): void;
  /** Where it is has changed too. */
  moved(tab: OpenTab): void;
  /** Whether the tab is the one that its account shows, and its account the active one. */
  isShown(tab: OpenTab): boolean;
  /** Opens another tab of the same account, and shows it where its page was shown. */
  openBeside(tab: OpenTab, address: URL): void;
  /** Whose a link is by a rule of the person's; null where no rule fits. */
  accountFor(address: URL): AccountId | null;
  accounts(): readonly Account[];
  openAs(accountId: AccountId, address: URL, always: boolean): void;
  /** Its page closed itself. */
  closed(tab: OpenTab): void;
}

/** No title on screen is longer; Chromium gives up to 4,096 characters. */
const LONGEST_TITLE = 200;

/** Follows the page of a tab. */
export function listenTo(tab: OpenTab, parts: ListenerParts): ViewListener {
  const show = (change: Partial<OpenTab>) => {
    Object.assign(tab, change);
    parts.shown(tab);
  };
  const move = (change: Partial<OpenTab>) => {
    Object.assign(tab, change);
    parts.moved(tab);
  };
  return {
    loading: (isLoading) => show(isLoading ? { isLoading } : { isLoading, going: null }),
    going(address) {
      // An empty page, or Chromium's own that stands for one that could not be loaded.
      if (pageAddress(address) === null) return;
      const wantsBrowser = wantsDevice(address) || (tab.wantsBrowser && isStillSigningIn(address));
      // What was wrong is over: the page tries again.
      show({ going: address, problem: null, wantsBrowser });
    },
    went({ address, canGoBack, canGoForward, isSamePage }) {
      if (pageAddress(address) === null) return;
      const place = { address, canGoBack, canGoForward };
      if (isSamePage) return move(place);
      endAsks(tab);
      move({ ...place, going: null, found: null, holdsInput: false, problem: mendedBy(tab.problem) });
    },
    titled: (title) => move({ title: title.slice(0, LONGEST_TITLE) }),
    failed({ address, code, canGoBack, canGoForward }) {
      // Where it may not go it is not shown to be, and a reload begins at the page before.
      const place = pageAddress(address) === null ? {} : { address };
      move({ ...place, canGoBack, canGoForward, going: null, found: null, problem: failure(address, code) });
    },
    crashed() {
      parts.log.event('page-gone');
      endAsks(tab);
      show({ problem: { kind: 'crashed' }, isLoading: false, isAudible: false, found: null, holdsInput: false });
    },
    hung(isHung) {
      if (isHung) show({ problem: { kind: 'hung' } });
      else if (tab.problem?.kind === 'hung') show({ problem: null });
    },
    audible: (isAudible) => show({ isAudible }),
    found: (found) => show({ found }),
    keyed: (key) => void (tab.holdsInput = holdsInputAfter(tab.holdsInput, key)),
    pasted: () => void (tab.holdsInput = true),
    signInRefused(address, asked) {
      parts.log.event('page-sign-in-refused', { asked });
      const url = pageAddress(address);
      if (asked === 'certificate' && wantsDevice(address)) return show({ wantsBrowser: true });
      // Only what the page itself is behind: one of its pictures may ask too.
      if (url === null || originOfGoing(tab) !== url.origin) return;
      show({ problem: { kind: 'sign-in-refused', host: url.hostname, asked } });
    },
    popupGoing(address) {
      if (wantsDevice(address)) show({ wantsBrowser: true });
    },
    passkeyRefused: () => show({ wantsBrowser: true }),
    asked: (ask: PageAsk) => {
      if (parts.permissions.ask(tab, ask)) parts.shown(tab);
    },
    mayOpenWindow(wish) {
      // What nobody sees nobody has clicked.
      const decision = parts.isShown(tab) ? decideWindow(wish) : { kind: 'refuse' as const };
      if (decision.kind === 'popup') return true;
      if (decision.kind === 'refuse' || !tab.links.take()) parts.log.event('window-blocked');
      else openLink(tab, parts, parts.accountFor(decision.address) ? { ...decision, kind: 'tab' } : decision);
      return false;
    },
    linkChosen(text, where) {
      const address = pageAddress(text);
      if (address === null) return;
      openLink(
        tab,
        parts,
        where === 'browser' ? { kind: 'browser', address } : { ...decideLink(address), kind: 'tab' },
      );
    },
    accounts: parts.accounts,
    openAs(text, accountId, always) {
      const address = pageAddress(text);
      if (address !== null) parts.openAs(accountId, address, always);
    },
    mayDownload: () => tab.saves.take(),
    downloading: (change) => show({ downloads: tab.downloads + change }),
    closed: () => parts.closed(tab),
  };
}

function openLink(tab: OpenTab, { browser, openBeside }: ListenerParts, to: { kind: 'tab' | 'browser'; address: URL }) {
  if (to.kind === 'tab') openBeside(tab, to.address);
  else void browser.open(to.address);
}

function originOfGoing({ going, address }: OpenTab): string | null {
  return pageAddress(going ?? address)?.origin ?? null;
}

/** A refused sign-in is told on the page that came without it; everything else is over once a page is there. */
function mendedBy(problem: TabProblem | null): TabProblem | null {
  return problem?.kind === 'sign-in-refused' ? problem : null;
}

function failure(address: string, code: string): TabProblem {
  const host = URL.parse(address)?.hostname ?? '';
  return { kind: code.startsWith('ERR_CERT_') ? 'certificate' : 'not-loaded', host, code };
}
