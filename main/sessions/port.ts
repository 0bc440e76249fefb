import type { Account, AccountId } from '../../shared/domain/account.ts';
import type { SitePermission, TabId } from '../../shared/domain/tab.ts';

/** Where a page was, as it can be brought back. */
export interface HistoryEntry {
  url: string;
  title: string;
  /** Chromium's own state of the page: scroll position, what was typed into forms. */
  pageState?: string;
}

/** The history of a tab, oldest entry first. */
export interface TabHistory {
  entries: HistoryEntry[];
  /** Which of them is shown. */
  index: number;
}

/** How far our own page lets the view in: distances from the window's upper and lower edge, in CSS px of our page. */
export interface Room {
  top: number;
  bottom: number;
}

/** What a new view is to show, and in whose session. */
export interface ViewRequest {
  accountId: AccountId;
  tabId: TabId;
  /** Where to go; a history is brought back, and its place with it. */
  start: { address: URL } | { history: TabHistory };
  /** In percent. */
  zoom: number;
  /** What the pages are told instead of the session's user agent. */
  userAgent: string | null;
}

/** A page's wish for a window. */
export interface WindowWish {
  address: string;
  /** What `window.open` was given; empty for a link. */
  features: string;
  disposition: 'default' | 'foreground-tab' | 'background-tab' | 'new-window' | 'other';
  /** How many windows the tab has open already. */
  openPopups: number;
}

/** What is asked for a page when it wants to sign in otherwise than by its own form. */
export type SignInAsked = 'password' | 'domain-login' | 'certificate';

/** What a page asks for; `answer` is to be called once, or it is refused when the page goes on. */
export interface PageAsk {
  origin: string;
  permissions: readonly SitePermission[];
  answer: (isAllowed: boolean) => void;
}

/** What a view tells the rules; those that answer something are asked before it happens. */
export interface ViewListener {
  loading(isLoading: boolean): void;
  /** The page itself (not one of its frames) is about to go somewhere, redirects among it. */
  going(address: string): void;
  /** The page has gone somewhere. `isSamePage`: the document stayed, as with a fragment. */
  went(place: { address: string; canGoBack: boolean; canGoForward: boolean; isSamePage: boolean }): void;
  titled(title: string): void;
  /** The page could not be loaded; `code` is Chromium's name for it. What says so has its own place in the history. */
  failed(place: { address: string; code: string; canGoBack: boolean; canGoForward: boolean }): void;
  crashed(): void;
  hung(isHung: boolean): void;
  audible(isAudible: boolean): void;
  found(found: { current: number; total: number }): void;
  /** A key went down in the page: what it types, or its name. */
  keyed(key: { key: string; withCommand: boolean }): void;
  /** Something was pasted by our own menu. */
  pasted(): void;
  /** A sign-in's own window of the page is about to go somewhere. */
  popupGoing(address: string): void;
  /** It got none: what is asked so is always refused (security: W9). */
  signInRefused(address: string, asked: SignInAsked): void;
  /** The page wants a passkey. */
  passkeyRefused(): void;
  asked(ask: PageAsk): void;
  /** Whether a sign-in's own window may open; anything else has been seen to when this answers. */
  mayOpenWindow(wish: WindowWish): boolean;
  /** A link is to open as another tab, or outside, whatever the page wished. */
  linkChosen(address: string, where: 'tab' | 'browser'): void;
  /** Every account, for the menu of a link. */
  accounts(): readonly Account[];
  /** A link is to open as this account; `always`: so do all of its site from now on. */
  openAs(address: string, accountId: AccountId, always: boolean): void;
  /** Whether something may be saved: each asks the person where to, and a storm of them would be in the way. */
  mayDownload(): boolean;
  downloading(change: 1 | -1): void;
  /** The page closed itself. */
  closed(): void;
}

/** A page of an account, open. */
export interface View {
  load(address: URL): void;
  go(to: 'back' | 'forward'): void;
  reload(): void;
  stop(): void;
  /** Marks `text` and goes to the next place; empty ends it. */
  find(text: string, direction: 'next' | 'previous'): void;
  /** In percent. */
  zoom(percent: number): void;
  print(): void;
  focus(): void;
  /** A picture of it as a `data:` address of a JPEG of at most 200 KB; null where it cannot be had. */
  picture(): Promise<string | null>;
  history(): TabHistory;
  /** Closes it, whatever the page says; the listener hears nothing more. */
  close(): void;
  /** Closes it unless the page objects because of something unsaved; answers whether it is closed. */
  closeIfSaved(): Promise<boolean>;
}

/** A download that Chromium runs. */
export interface DownloadItem {
  read(): {
    receivedBytes: number;
    totalBytes: number | null;
    state: 'running' | 'paused' | 'done' | 'cancelled' | 'failed';
  };
  pause(): void;
  resume(): void;
  cancel(): void;
  /** Shows the file in its folder. */
  show(): void;
}

/** What the sessions ask the rules. */
export interface SessionRules {
  isAllowed(accountId: AccountId, origin: string, permission: SitePermission): boolean;
  /** A page gave something to be saved. Answers the name to propose, and what is to be called when it went on. */
  downloadStarted(
    accountId: AccountId,
    suggestedName: string,
    item: DownloadItem,
  ): { fileName: string; changed: () => void };
}

/** The pages of accounts, on the window: everything that only Electron can do for the rules in this room. */
export interface Views {
  /** Tells the rules; once, before the first view. */
  follow(rules: SessionRules): void;
  /** Makes a view, not shown. */
  open(request: ViewRequest, listener: ViewListener): View;
  /** Shows one view, and hides the one before; null shows none. */
  show(view: View | null): void;
  /** Says where there is room for it; null: nowhere. */
  place(room: Room | null): void;
  /** Memory of the open views by account, in bytes. */
  memory(): Map<AccountId, number>;
  /**
   * Wipes an account's session, and deletes its folder: at once where the session was not used since the start, else at
   * the next start (security: W12).
   */
  wipe(accountId: AccountId): Promise<void>;
  /** Resolves once what is being wiped is wiped, or has taken too long; the next start deletes what is left. */
  settled(): Promise<void>;
  /** Deletes the folders of sessions that are of none of these accounts, who are asked for where there are folders. */
  wipeOthers(accountIds: () => ReadonlySet<AccountId>): Promise<void>;
}
