import type { AccountId } from '../../shared/domain/account.ts';
import type { Download } from '../../shared/domain/tab.ts';
import type { Ports } from '../ports.ts';
import { coalesced } from './coalesce.ts';
import { safeFileName } from './file-name.ts';
import type { DownloadItem, SessionRules } from './port.ts';

/** What may be done with a download; `show` shows its file in the folder. */
export type DownloadAction = 'pause' | 'resume' | 'cancel' | 'show' | 'forget';

/** The downloads since the start. */
export interface Downloads {
  /** Newest first. */
  list(): Download[];
  /** Does it where it makes sense now; one that is over or unknown is left as it is. */
  act(id: string, action: DownloadAction): void;
  readonly started: SessionRules['downloadStarted'];
  /** Cancels and forgets what is of accounts that are gone. */
  keepOnly(isPresent: (accountId: AccountId) => boolean): void;
  onChange(listener: (downloads: Download[]) => void): void;
  stop(): void;
}

/** Progress is told at most so often, in ms. */
const TOLD_EVERY = 250;
/** Older ones are forgotten. */
const MOST = 100;

interface Kept {
  id: string;
  accountId: AccountId;
  fileName: string;
  item: DownloadItem;
}

export function createDownloads({ clock, random }: Pick<Ports, 'clock' | 'random'>): Downloads {
  let kept: Kept[] = [];
  const listeners = new Set<(downloads: Download[]) => void>();
  const list = () => kept.map(({ id, accountId, fileName, item }) => ({ id, accountId, fileName, ...item.read() }));
  const telling = coalesced(clock, { ms: TOLD_EVERY, leading: true }, () => {
    const all = list();
    for (const listener of listeners) listener(all);
  });
  const isOver = ({ item }: Kept) => ['done', 'cancelled', 'failed'].includes(item.read().state);

  const actions: Record<DownloadAction, (download: Kept) => void> = {
    pause: ({ item }) => item.pause(),
    resume: ({ item }) => item.resume(),
    cancel: ({ item }) => item.cancel(),
    show: ({ item }) => item.show(),
    forget: (download) => {
      if (isOver(download)) kept = kept.filter((one) => one !== download);
    },
  };

  return {
    list,
    act(id, action) {
      const download = kept.find((one) => one.id === id);
      if (!download) return;
      const { state } = download.item.read();
      if (isOver(download) ? action === 'forget' || (action === 'show' && state === 'done') : true)
        actions[action](download);
      telling.ask();
    },
    started(accountId, suggestedName, item) {
      const fileName = safeFileName(suggestedName);
      kept = [{ id: random.uuid(), accountId, fileName, item }, ...kept].slice(0, MOST);
      telling.ask();
      return { fileName, changed: telling.ask };
    },
    keepOnly(isPresent) {
      const gone = kept.filter(({ accountId }) => !isPresent(accountId));
      if (gone.length === 0) return;
      for (const download of gone) if (!isOver(download)) download.item.cancel();
      kept = kept.filter((download) => !gone.includes(download));
      telling.ask();
    },
    onChange: (listener) => void listeners.add(listener),
    stop: () => telling.stop(),
  };
}
