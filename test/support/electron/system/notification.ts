import { EventEmitter } from 'node:events';
import { makeEvent } from '../events.ts';
import { completeClass } from '../refuse.ts';
import { Image } from './native-image.ts';

/** `Notification`: shown to nobody, kept for tests. */
export class Notification extends EventEmitter implements Pick<Electron.Notification, 'show' | 'close'> {
  /** What was shown and not closed. For tests; Electron has no such list. */
  static readonly shown = new Set<Notification>();
  static isSupported(): boolean {
    return true;
  }
  readonly title: string;
  readonly body: string;
  readonly groupId: string;
  readonly icon: Image | undefined;

  constructor({ title = '', body = '', groupId = '', icon }: Electron.NotificationConstructorOptions = {}) {
    super();
    this.title = title;
    this.body = body;
    this.groupId = groupId;
    // What the app gives it is an image of ours.
    this.icon = icon instanceof Image ? icon : undefined;
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
