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
  readonly options: Electron.NotificationConstructorOptions;
  title: string;
  body: string;

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.options = options;
    this.title = options.title ?? '';
    this.body = options.body ?? '';
  }

  /** As if the person had clicked it. For tests; Electron has no such function. */
  click(): void {
    this.emit('click', makeEvent());
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
