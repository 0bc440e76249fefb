import type { CdpSession } from '../browser/cdp.ts';
import { ignoreGone, makeEvent } from '../events.ts';
import type { AttachedPage } from './attached-page.ts';

/** How often a page is asked whether it still answers, and how long it may take, as Electron's. */
const [PAUSE_MS, PATIENCE_MS] = [1000, 5000];

/** Whether a page's process lives and answers. */
export class Health {
  crashed = false;
  private readonly contents: AttachedPage;
  private readonly cdp: CdpSession;
  private readonly timer: NodeJS.Timeout;
  private asked: number | undefined;
  private hanging = false;

  constructor(contents: AttachedPage, cdp: CdpSession) {
    this.contents = contents;
    this.cdp = cdp;
    cdp.on('Inspector.targetCrashed', () => {
      this.crashed = true;
      contents.onCrashed();
      contents.emit('render-process-gone', makeEvent(), { reason: 'crashed', exitCode: 5 });
    });
    this.timer = setInterval(() => this.look(), PAUSE_MS).unref();
    contents.once('destroyed', () => clearInterval(this.timer));
  }

  /** A reload gives it a new process. */
  revive(): void {
    this.crashed = false;
  }

  private look(): void {
    if (this.crashed || this.contents.listenerCount('unresponsive') === 0) return;
    if (this.asked === undefined || this.hanging) ignoreGone(this.ask());
    else if (performance.now() - this.asked > PATIENCE_MS) {
      this.hanging = true;
      this.contents.emit('unresponsive');
    }
  }
  /** Again while it hangs: a question may be lost with the document that it was asked in. */
  private async ask(): Promise<void> {
    this.asked = performance.now();
    try {
      await this.cdp.send('Runtime.evaluate', { expression: '0' });
    } finally {
      this.asked = undefined;
      if (this.hanging) this.contents.emit('responsive');
      this.hanging = false;
    }
  }
}
