import type { CdpSession, Protocol } from '../browser/cdp.ts';
import { ignoreGone } from '../events.ts';
import { makeCodec } from '../page/codec.ts';
import type { MainMessage, PageMessage } from '../page/messages.ts';
import { BINDING, ISOLATED_WORLD, RECEIVER } from '../page/scripts.ts';
import type { Frame, Frames } from './frame.ts';
import { ipcMain } from './ipc-main.ts';
import type { AttachedPage } from './attached-page.ts';

type WindowMessage = Exclude<PageMessage, { kind: 'invoke' | 'send' }>;
const codec = makeCodec();

/** The messages between main and the preload's world of one page. */
export class Messages {
  private readonly contents: AttachedPage;
  private readonly cdp: CdpSession;
  private readonly frames: Frames;
  private readonly onWindowMessage: (message: WindowMessage) => void;
  /** The preload worlds, by Chromium's number of the context. */
  private readonly worlds = new Map<number, Frame>();
  private mainWorld: number | undefined;
  private accelerators: string[] = [];

  constructor(
    contents: AttachedPage,
    cdp: CdpSession,
    frames: Frames,
    onWindowMessage: (message: WindowMessage) => void,
  ) {
    this.contents = contents;
    this.cdp = cdp;
    this.frames = frames;
    this.onWindowMessage = onWindowMessage;
    cdp.on('Runtime.executionContextCreated', ({ context }) => this.onWorld(context));
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => this.onWorldGone(executionContextId));
    cdp.on('Runtime.executionContextsCleared', () => {
      this.worlds.clear();
      this.mainWorld = undefined;
    });
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      const frame = this.worlds.get(executionContextId);
      if (name === BINDING && frame) this.onMessage(payload, frame, executionContextId);
    });
  }

  private onWorld({ id, name, auxData }: Protocol.Runtime.ExecutionContextDescription): void {
    const { frameId } = (auxData ?? {}) as { frameId?: string };
    if (name !== ISOLATED_WORLD) return;
    this.worlds.set(id, this.frames.get(frameId));
    if (!this.frames.isMain(frameId)) return;
    this.mainWorld = id;
    if (this.accelerators.length > 0) this.post({ kind: 'accelerators', keys: this.accelerators });
  }

  private onWorldGone(id: number): void {
    this.worlds.delete(id);
    if (this.mainWorld === id) this.mainWorld = undefined;
  }

  private onMessage(payload: string, frame: Frame, world: number): void {
    const cut = payload.indexOf('\n');
    const message: PageMessage = JSON.parse(payload.slice(0, cut));
    const args = payload.slice(cut + 1);
    if (message.kind === 'send') this.onSend(message.channel, codec.decode(args), frame);
    else if (message.kind !== 'invoke') this.onWindowMessage(message);
    else void this.onInvoke(message.id, message.channel, codec.decode(args), frame, world);
  }

  private eventFrom(frame: Frame) {
    return {
      sender: this.contents,
      senderFrame: frame,
      frameId: frame === this.frames.main ? 1 : 2,
      processId: 1,
      ports: [],
      type: 'frame' as const,
      reply: (channel: string, ...args: unknown[]) => this.send(channel, args),
      preventDefault: () => {},
      defaultPrevented: false,
    };
  }

  private onSend(channel: string, args: unknown[], frame: Frame): void {
    const event = this.eventFrom(frame);
    this.contents.emit('ipc-message', event, channel, ...args);
    this.contents.ipc.emit(channel, event, ...args);
    ipcMain.emit(channel, event, ...args);
  }

  private async onInvoke(id: number, channel: string, args: unknown[], frame: Frame, world: number): Promise<void> {
    const handler = this.contents.ipc.handlerFor(channel) ?? ipcMain.handlerFor(channel);
    try {
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      const value = await handler(this.eventFrom(frame), ...args);
      this.post({ kind: 'answer', id, ok: true }, codec.encode([value]), world);
    } catch (thrown) {
      if (handler) console.error(`Error occurred in handler for '${channel}':`, thrown);
      this.post({ kind: 'answer', id, ok: false }, codec.encode([String(thrown)]), world);
    }
  }

  /** `webContents.send`; throws for what cannot be cloned. */
  send(channel: string, args: unknown[]): void {
    this.post({ kind: 'event', channel }, codec.encode(args));
  }

  /** Which keys the page must hand over instead of handling them itself. */
  setAccelerators(keys: string[]): void {
    this.accelerators = keys;
    this.post({ kind: 'accelerators', keys });
  }

  /** Runs code in the preload's world of the main frame, which the page does not see. */
  async evaluate(expression: string): Promise<unknown> {
    if (this.mainWorld === undefined) return undefined;
    const { result } = await this.cdp.send('Runtime.evaluate', {
      contextId: this.mainWorld,
      expression,
      returnByValue: true,
    });
    return result.value;
  }

  post(message: MainMessage, args = '', world = this.mainWorld): void {
    if (world === undefined) return;
    const expression = `${RECEIVER}(${JSON.stringify(message)}, ${JSON.stringify(args)})`;
    ignoreGone(this.cdp.send('Runtime.evaluate', { contextId: world, silent: true, expression }));
  }
}
