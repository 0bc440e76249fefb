import { EventEmitter } from 'node:events';
import { makeEvent } from '../events.ts';
import { completeClass } from '../refuse.ts';

/** `Notification`: shown to nobody, kept for tests. */
export class Notification extends EventEmitter implements Pick<Electron.Notification, 'show' | 'close'> {
  /** What was shown and not closed. For tests; Electron has no such list. */
  static readonly shown = new Set<Notification>();
  static isSupported(): boolean {
    return true;
  }
  readonly title: string;
  readonly body: string;

  constructor({ title = '', body = '' }: Electron.NotificationConstructorOptions = {}) {
    super();
    this.title = title;
    this.body = body;
  }

  show(): void {
    Notification.shown.add(this);
    queueMicrotask(() => this.emit('show', makeEvent()));
  }
  close(): void {
    if (Notification.shown.delete(this)) this.emit('close', makeEvent());
  }
}
completeClass(Notification);
