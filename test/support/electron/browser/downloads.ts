import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeEvent } from '../events.ts';
import { DownloadItem } from '../session/download-item.ts';
import { dialog } from '../system/dialog.ts';
import type { CdpConnection } from './cdp.ts';

/** Whose page a download is of. */
export interface DownloadOwner {
  emitDownload(event: object, item: DownloadItem): void;
}

/** The downloads of one Chromium, which the app is asked about. */
export class Downloads {
  private readonly connection: CdpConnection;
  private readonly folder: string;
  private readonly items = new Map<string, DownloadItem>();

  constructor(connection: CdpConnection, temporary: string, ownerOf: (frameId: string) => DownloadOwner | undefined) {
    this.connection = connection;
    this.folder = join(temporary, 'downloads');
    mkdirSync(this.folder, { recursive: true });
    connection.on('Browser.downloadWillBegin', ({ guid, frameId, url, suggestedFilename }) =>
      this.begin(guid, url, suggestedFilename, ownerOf(frameId)),
    );
    connection.on('Browser.downloadProgress', (progress) => {
      const item = this.items.get(progress.guid);
      if (progress.state !== 'inProgress') this.items.delete(progress.guid);
      item?.onProgress({ ...progress, filePath: progress.filePath ?? join(this.folder, progress.guid) });
    });
  }

  /** Each profile has to be told, while it is the active one. */
  async allow(browserContextId?: string): Promise<void> {
    await this.connection.send('Browser.setDownloadBehavior', {
      behavior: 'allowAndName',
      downloadPath: this.folder,
      eventsEnabled: true,
      ...(browserContextId === undefined ? {} : { browserContextId }),
    });
  }

  private begin(guid: string, url: string, name: string, owner: DownloadOwner | undefined): void {
    const cancel = (): void => void this.connection.send('Browser.cancelDownload', { guid }).catch(() => {});
    const item = new DownloadItem(url, name, cancel);
    const event = makeEvent();
    owner?.emitDownload(event, item);
    if (event.defaultPrevented || !owner) {
      item.cancel();
      return;
    }
    this.items.set(guid, item);
    if (item.getSavePath() !== '') return;
    const path = dialog.showSaveDialogSync(item.getSaveDialogOptions());
    if (path === '') item.cancel();
    else item.setSavePath(path);
  }
}
