import { pageAddress } from './navigation.ts';
import type { HistoryEntry, TabHistory } from './port.ts';

/** So much is kept of a history, around where it is. */
const MOST_ENTRIES = 50;
const MOST_CHARACTERS = 500_000;

/** A history as it comes from the store or from a page. */
interface LooseHistory {
  entries: readonly { url: string; title: string; pageState?: string | undefined }[];
  index: number;
}

/**
 * What may be brought back of a history, or kept of one: addresses that a view may show, a sensible number, and page
 * states only as long as they are small. Bringing back passes no guard of navigation, so this is it. Null: nothing.
 */
export function keptHistory({ entries, index }: LooseHistory): TabHistory | null {
  const first = Math.max(0, Math.min(index - MOST_ENTRIES / 2, entries.length - MOST_ENTRIES));
  const near = entries
    .slice(first, first + MOST_ENTRIES)
    .map((entry, at) => ({ entry, isCurrent: first + at === index }));
  const kept = near.filter(({ entry }) => pageAddress(entry.url) !== null);
  const current = kept.findIndex(({ isCurrent }) => isCurrent);
  if (current === -1) return null;
  const isSmall = kept.reduce((sum, { entry }) => sum + sizeOf(entry), 0) <= MOST_CHARACTERS;
  return {
    index: current,
    entries: kept.map(({ entry, isCurrent }) => {
      const keepsState = isSmall || (isCurrent && sizeOf(entry) <= MOST_CHARACTERS);
      return plainEntry(entry, keepsState);
    }),
  };
}

function plainEntry({ url, title, pageState }: LooseHistory['entries'][number], keepsState: boolean): HistoryEntry {
  const plain = { url, title: title.slice(0, 200) };
  return pageState !== undefined && keepsState ? { ...plain, pageState } : plain;
}

function sizeOf({ url, pageState = '' }: LooseHistory['entries'][number]): number {
  return url.length + pageState.length;
}
