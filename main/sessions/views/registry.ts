import type { BrowserWindow, Session, WebContents } from 'electron/main';
import type { AccountId } from '../../../shared/domain/account.ts';
import type { ViewListener } from '../port.ts';

/** Whose page a webContents shows: that of a tab, or of a window that its page opened to sign in. */
export interface Owner {
  readonly listener: ViewListener;
  /** The tab's own page. */
  readonly contents: WebContents;
  /** The windows that the tab's pages have open. */
  readonly popups: Set<BrowserWindow>;
  /** The pages of those that have been at a sign-in, which may lead anywhere, as to that of a company. */
  readonly signingIn: WeakSet<WebContents>;
}

/** Which sessions are of accounts, and which webContents of tabs; what is in neither is guarded as closed. */
export interface Registry {
  addSession(session: Session, accountId: AccountId): void;
  accountOf(session: Session): AccountId | null;
  addPage(contents: WebContents, owner: Owner): void;
  ownerOf(contents: WebContents | null | undefined): Owner | null;
}

export function createRegistry(): Registry {
  const accounts = new WeakMap<Session, AccountId>();
  const owners = new WeakMap<WebContents, Owner>();
  return {
    addSession: (session, accountId) => void accounts.set(session, accountId),
    accountOf: (session) => accounts.get(session) ?? null,
    addPage: (contents, owner) => void owners.set(contents, owner),
    ownerOf: (contents) => (contents ? (owners.get(contents) ?? null) : null),
  };
}
