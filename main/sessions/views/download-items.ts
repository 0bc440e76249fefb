import { join } from 'node:path';
import type { DownloadItem as ElectronItem } from 'electron/main';
import type { DownloadItem } from '../port.ts';

interface Places {
  downloadsFolder: string;
  showInFolder: (path: string) => void;
}

interface Hearers {
  started(suggestedName: string, item: DownloadItem): { fileName: string; changed: () => void };
  /** One more runs, or one less. */
  running(change: 1 | -1): void;
}

/** Follows a download: Electron's own dialog asks where to, and nothing is ever opened (security: W9). */
export function followDownload(item: ElectronItem, places: Places, { started, running }: Hearers): void {
  const { fileName, changed } = started(item.getFilename(), adapt(item, places.showInFolder));
  // No path is set, so that Electron asks.
  item.setSaveDialogOptions({ defaultPath: join(places.downloadsFolder, fileName) });
  running(1);
  item.on('updated', changed);
  item.once('done', () => {
    running(-1);
    changed();
  });
}

function adapt(item: ElectronItem, showInFolder: Places['showInFolder']): DownloadItem {
  // An item that is done may be asked no more once Electron has let go of it.
  let last: ReturnType<DownloadItem['read']> = { receivedBytes: 0, totalBytes: null, state: 'running' };
  let path = '';
  let isOver = false;
  const read = () => {
    if (isOver) return last;
    const total = item.getTotalBytes();
    path = item.getSavePath();
    return (last = {
      receivedBytes: item.getReceivedBytes(),
      totalBytes: total > 0 ? total : null,
      state: stateOf(item),
    });
  };
  item.once('done', () => {
    read();
    isOver = true;
  });
  const whileRunning = (action: () => void) => () => {
    if (!isOver) action();
  };
  return {
    read,
    pause: whileRunning(() => item.pause()),
    resume: whileRunning(() => item.resume()),
    cancel: whileRunning(() => item.cancel()),
    show() {
      read();
      if (path !== '') showInFolder(path);
    },
  };
}

function stateOf(item: ElectronItem): ReturnType<DownloadItem['read']>['state'] {
  const state = item.getState();
  if (state === 'completed') return 'done';
  if (state === 'cancelled') return 'cancelled';
  if (state === 'interrupted') return item.canResume() ? 'paused' : 'failed';
  return item.isPaused() ? 'paused' : 'running';
}
