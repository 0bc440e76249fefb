import { EventEmitter } from 'node:events';
import { completeClass } from '../refuse.ts';

/** What a handler reads of the event; Electron's has the same and more. */
export type MessageEvent = Pick<Electron.IpcMainInvokeEvent, 'frameId' | 'processId' | 'type'> & {
  sender: object;
  senderFrame: object | null;
};
type Handler = (event: MessageEvent, ...args: unknown[]) => unknown;

/** `ipcMain`, and the same for one WebContents. */
export class IpcMain extends EventEmitter implements Pick<Electron.IpcMain, 'removeHandler'> {
  private readonly handlers = new Map<string, Handler>();

  constructor() {
    super();
    this.setMaxListeners(0);
  }

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (...args) => {
      this.removeHandler(channel);
      return handler(...args);
    });
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  /** The handler of a channel, for the dispatch. */
  handlerFor(channel: string): Handler | undefined {
    return this.handlers.get(channel);
  }
}
completeClass(IpcMain);

export const ipcMain = new IpcMain();
