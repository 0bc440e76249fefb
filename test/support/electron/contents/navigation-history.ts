import { BLANK_PREFIX } from '../browser/browser.ts';
import type { CdpSession, Protocol } from '../browser/cdp.ts';
import { ignoreGone } from '../events.ts';
import { completeClass } from '../refuse.ts';
import { toInner, toOuter } from '../session/schemes.ts';
import type { HistoryStub } from './history-stub.ts';

type Implemented = Pick<
  Electron.NavigationHistory,
  | 'canGoBack'
  | 'canGoForward'
  | 'canGoToOffset'
  | 'clear'
  | 'getActiveIndex'
  | 'getAllEntries'
  | 'getEntryAtIndex'
  | 'goBack'
  | 'goForward'
  | 'goToIndex'
  | 'goToOffset'
  | 'length'
  | 'restore'
>;
type List = Protocol.Page.getNavigationHistoryReturnValue;
type Scroll = { x: number; y: number };

/** What the history needs of its page. */
export interface HistoryPage {
  readonly cdp: CdpSession | undefined;
  /** Main goes to this address: the app is not asked. */
  expect(innerUrl: string): void;
  readonly stub: HistoryStub | undefined;
  readonly loadedAnything: boolean;
  ready: Promise<unknown>;
  whenLoaded(): Promise<void>;
}

/** `webContents.navigationHistory`: a copy of Chromium's list, as Electron answers at once and Chromium does not. */
export class NavigationHistory implements Implemented {
  private readonly page: HistoryPage;
  private entries: Protocol.Page.NavigationEntry[] = [];
  private active = -1;
  /** Where each document is scrolled to, by Chromium's number of its entry. */
  private scrolls = new Map<number, Scroll>();

  constructor(page: HistoryPage) {
    this.page = page;
  }

  /**
   * Reads Chromium's list; the window's empty first document is not part of it. A page tells where it has `arrived` a
   * little before the list does.
   */
  async refresh(arrived?: string): Promise<void> {
    const history = await this.readList(arrived);
    if (!history) return;
    const blank = history.entries.filter(({ url }) => url.startsWith(BLANK_PREFIX)).length;
    this.entries = history.entries.slice(blank);
    this.active = history.currentIndex - blank;
    const known = new Set(this.entries.map(({ id }) => id));
    for (const id of this.scrolls.keys()) if (!known.has(id)) this.scrolls.delete(id);
  }
  private async readList(arrived?: string, tries = 10): Promise<List | undefined> {
    const list = await this.page.cdp?.send('Page.getNavigationHistory').catch(() => undefined);
    const isLate = list !== undefined && arrived !== undefined && list.entries[list.currentIndex]?.url !== arrived;
    return isLate && tries > 0 ? this.readList(arrived, tries - 1) : list;
  }
  onScroll(scroll: Scroll): void {
    const id = this.entries[this.active]?.id;
    if (id !== undefined) this.scrolls.set(id, scroll);
  }
  /** The current document's title, as long as Chromium keeps it. */
  onTitle(title: string): void {
    const entry = this.entries[this.active];
    if (entry) entry.title = title;
  }

  private toEntry({ id, url, title }: Protocol.Page.NavigationEntry): Electron.NavigationEntry {
    const { x, y } = this.scrolls.get(id) ?? { x: 0, y: 0 };
    const pageState = Buffer.from(JSON.stringify({ x, y })).toString('base64');
    return { url: toOuter(url), title, pageState };
  }
  getAllEntries(): Electron.NavigationEntry[] {
    return this.entries.map((entry) => this.toEntry(entry));
  }
  getEntryAtIndex(index: number): Electron.NavigationEntry {
    const entry = this.entries[index];
    return entry ? this.toEntry(entry) : { url: '', title: '' };
  }
  getActiveIndex(): number {
    return this.active;
  }
  length(): number {
    return this.entries.length;
  }

  canGoToOffset(offset: number): boolean {
    return this.entries[this.active + offset] !== undefined;
  }
  canGoBack(): boolean {
    return this.canGoToOffset(-1);
  }
  canGoForward(): boolean {
    return this.canGoToOffset(1);
  }
  goToIndex(index: number): void {
    const entry = this.entries[index];
    if (!entry || !this.page.cdp) return;
    this.page.expect(entry.url);
    ignoreGone(this.page.cdp.send('Page.navigateToHistoryEntry', { entryId: entry.id }));
  }
  goToOffset(offset: number): void {
    this.goToIndex(this.active + offset);
  }
  goBack(): void {
    this.goToOffset(-1);
  }
  goForward(): void {
    this.goToOffset(1);
  }
  clear(): void {
    this.entries = this.entries.slice(this.active, this.active + 1);
    this.active = this.entries.length - 1;
    if (this.page.cdp) ignoreGone(this.page.cdp.send('Page.resetNavigationHistory').then(() => this.refresh()));
  }

  async restore({ entries, index = entries.length - 1 }: Electron.RestoreOptions): Promise<void> {
    if (index < 0 || !entries[index])
      throw new Error('Invalid index. Index must be a positive integer and within the bounds of the entries length.');
    if (this.page.loadedAnything)
      throw new Error('Cannot restore history on webContents that have previously loaded a page.');
    await this.page.ready;
    const { stub } = this.page;
    if (!stub) throw new Error(`ERR_FAILED (-2) loading '${entries[index].url}'`);
    const past = entries.map(({ url, title, pageState }) => ({ url: toInner(url), title, ...scrollOf(pageState) }));
    await stub.fill(past);
    await this.refresh();
    this.entries.forEach(({ id }, at) => this.scrolls.set(id, scrollOf(entries[at]?.pageState)));
    const [entry, document] = [this.entries[index], past[index]];
    if (entry && document && index !== this.active) await stub.goTo(entry.id, document);
    await stub.end();
    const loaded = this.page.whenLoaded();
    this.page.expect(document?.url ?? '');
    await this.page.cdp?.send('Page.reload');
    await loaded;
  }
}
completeClass(NavigationHistory);

function scrollOf(pageState: string | undefined): Scroll {
  try {
    const { x, y } = JSON.parse(Buffer.from(pageState ?? '', 'base64').toString());
    return { x: Number(x), y: Number(y) };
  } catch {
    return { x: 0, y: 0 };
  }
}
