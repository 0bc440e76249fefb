import * as z from 'zod';
import { AccountId } from '../domain/account.ts';
import { TabId, TabsState } from '../domain/tab.ts';
import { command, event } from './define.ts';

const nothing = z.strictObject({});
const tab = z.strictObject({ tabId: TabId });
/** A distance in CSS pixels of our own page. */
const distance = z.number().min(0).max(100_000);

/** The services that are open in the active account's session; `services.open` opens one. */
export const tabs = {
  read: command({ input: nothing, output: TabsState, errors: [] }),
  /** Shows a tab of the active account and wakes it; null shows the dashboard. */
  show: command({ input: z.strictObject({ tabId: TabId.nullable() }), output: nothing, errors: ['tab-not-found'] }),
  /** Closes a tab. A page that says it holds something unsaved is asked about, unless `evenUnsaved`. */
  close: command({
    input: z.strictObject({ tabId: TabId, evenUnsaved: z.boolean() }),
    output: nothing,
    errors: ['tab-not-found', 'tab-unsaved'],
  }),
  go: command({
    input: z.strictObject({ tabId: TabId, to: z.enum(['back', 'forward', 'start']) }),
    output: nothing,
    errors: ['tab-not-found'],
  }),
  /** Loads the page again; also after it crashed, hung or could not be loaded. */
  reload: command({ input: tab, output: nothing, errors: ['tab-not-found'] }),
  stop: command({ input: tab, output: nothing, errors: ['tab-not-found'] }),
  /** Marks `text` in the page and goes to the next or the one before; empty text ends the search. */
  find: command({
    input: z.strictObject({ tabId: TabId, text: z.string().max(1000), direction: z.enum(['next', 'previous']) }),
    output: nothing,
    errors: ['tab-not-found'],
  }),
  zoom: command({
    input: z.strictObject({ tabId: TabId, change: z.enum(['in', 'out', 'reset']) }),
    output: nothing,
    errors: ['tab-not-found'],
  }),
  print: command({ input: tab, output: nothing, errors: ['tab-not-found'] }),
  /** Opens the page's address where the account's services open outside of Switchboard, or in the system browser. */
  openInBrowser: command({
    input: tab,
    output: nothing,
    errors: ['tab-not-found', 'account-not-found', 'browser-not-found', 'open-failed'],
  }),
  /** Gives the page the keyboard. */
  focus: command({ input: tab, output: nothing, errors: ['tab-not-found'] }),
  /** What the page looks like now, as a `data:` address of a picture; null where it cannot be had. */
  picture: command({
    input: tab,
    output: z.strictObject({ picture: z.string().nullable() }),
    errors: ['tab-not-found'],
  }),
  /**
   * Where the window has room for the page: so far from its upper and lower edge. Null while our own page lies above it,
   * because a view covers everything of our page that is below it.
   */
  place: command({
    input: z.strictObject({ room: z.strictObject({ top: distance, bottom: distance }).nullable() }),
    output: nothing,
    errors: [],
  }),
  /** Answers what a page asks for; remembered for this account and origin. */
  answer: command({
    input: z.strictObject({ tabId: TabId, askId: z.uuid(), isAllowed: z.boolean() }),
    output: nothing,
    errors: ['tab-not-found'],
  }),
  /** What the open services of each account take of memory now, in bytes. */
  memory: command({
    input: nothing,
    output: z.array(z.strictObject({ accountId: AccountId, bytes: z.int().nonnegative() })),
    errors: [],
  }),
  changed: event(TabsState),
  /** The menu or a shortcut asks for the search field. */
  findAsked: event(nothing),
  /** Closing a tab by the menu or a shortcut was refused with `tab-unsaved`: the person is to be asked. */
  unsaved: event(tab),
};
