import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { EventEmitter } from 'node:events';
import { dirname } from 'node:path';
import type { Protocol } from '../browser/cdp.ts';
import { completeClass } from '../refuse.ts';
import { toOuter } from './schemes.ts';

type Implemented = Pick<
  Electron.DownloadItem,
  | 'canResume'
  | 'cancel'
  | 'getFilename'
  | 'getReceivedBytes'
  | 'getSaveDialogOptions'
  | 'getSavePath'
  | 'getStartTime'
  | 'getState'
  | 'getTotalBytes'
  | 'getURL'
  | 'getURLChain'
  | 'isPaused'
  | 'pause'
  | 'resume'
  | 'setSaveDialogOptions'
  | 'setSavePath'
>;
type State = ReturnType<Electron.DownloadItem['getState']>;

/** `DownloadItem`. Chromium writes to a file of its own, which is put in its place at the end. */
export class DownloadItem extends EventEmitter implements Implemented {
  private readonly url: string;
  private readonly name: string;
  private readonly stop: () => void;
  private readonly started = Date.now() / 1000;
  private state: State = 'progressing';
  private path = '';
  private options: Electron.SaveDialogOptions = {};
  private received = 0;
  private total = 0;
  private paused = false;
  private heldEnd: Protocol.Browser.downloadProgressPayload | undefined;

  constructor(url: string, name: string, stop: () => void) {
    super();
    this.url = toOuter(url);
    this.name = name;
    this.stop = stop;
  }

  /** Chromium tells how far it is. What comes while it is paused is told when it goes on. */
  onProgress(progress: Protocol.Browser.downloadProgressPayload): void {
    if (this.state !== 'progressing') {
      if (progress.filePath !== undefined) rmSync(progress.filePath, { force: true });
      return;
    }
    if (this.paused) {
      this.heldEnd = progress;
      return;
    }
    this.received = progress.receivedBytes;
    this.total = progress.totalBytes;
    if (progress.state === 'inProgress') this.emit('updated', {}, 'progressing');
    else if (progress.state === 'canceled') this.end('interrupted');
    else this.end(this.keep(progress.filePath ?? '') ? 'completed' : 'interrupted');
  }

  private keep(from: string): boolean {
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      copyFileSync(from, this.path);
      rmSync(from);
      return true;
    } catch {
      return false;
    }
  }
  private end(state: State): void {
    this.state = state;
    this.emit('done', {}, state);
  }

  cancel(): void {
    if (this.state !== 'progressing') return;
    this.stop();
    this.end('cancelled');
  }
  /** Chromium goes on in the stand-in; only nothing is told of it. */
  pause(): void {
    this.paused = true;
    this.emit('updated', {}, 'progressing');
  }
  resume(): void {
    this.paused = false;
    if (this.heldEnd) this.onProgress(this.heldEnd);
    this.heldEnd = undefined;
  }
  isPaused(): boolean {
    return this.paused;
  }
  canResume(): boolean {
    return this.paused && this.state === 'progressing';
  }

  getURL(): string {
    return this.url;
  }
  getURLChain(): string[] {
    return [this.url];
  }
  getFilename(): string {
    return this.name;
  }
  getState(): State {
    return this.state;
  }
  getReceivedBytes(): number {
    return this.received;
  }
  getTotalBytes(): number {
    return this.total;
  }
  getStartTime(): number {
    return this.started;
  }
  getSavePath(): string {
    return this.path;
  }
  setSavePath(path: string): void {
    this.path = path;
  }
  setSaveDialogOptions(options: Electron.SaveDialogOptions): void {
    this.options = options;
  }
  getSaveDialogOptions(): Electron.SaveDialogOptions {
    return this.options;
  }
}
completeClass(DownloadItem);
