import type { CdpSession, Protocol } from '../browser/cdp.ts';

/** A document of the past: its address as Chromium knows it, its title, and where it was scrolled to. */
export interface PastDocument {
  url: string;
  title: string;
  x: number;
  y: number;
}

/**
 * Fills a fresh page's history. Each address is gone to and answered here with an empty document of the right title,
 * scrolled to its place, which Chromium keeps for when it comes back; nothing is asked of the network.
 */
export class HistoryStub {
  /** While it is, nothing of what the page does is told to the app. */
  filling = false;
  /** Whether the history is from here. */
  filled = false;
  private readonly cdp: CdpSession;
  private document: PastDocument = { url: '', title: '', x: 0, y: 0 };

  constructor(cdp: CdpSession) {
    this.cdp = cdp;
  }

  async fill(documents: PastDocument[]): Promise<void> {
    this.filling = this.filled = true;
    await this.cdp.send('Network.setBypassServiceWorker', { bypass: true });
    for (const [at, document] of documents.entries()) {
      await this.arrive(document, () => this.cdp.send('Page.navigate', { url: document.url }));
      if (at === 0) await this.cdp.send('Page.resetNavigationHistory');
    }
  }

  /** To one of the documents that were filled in. */
  async goTo(entryId: number, document: PastDocument): Promise<void> {
    await this.arrive(document, () => this.cdp.send('Page.navigateToHistoryEntry', { entryId }));
  }

  private async arrive(document: PastDocument, go: () => Promise<object>): Promise<void> {
    this.document = document;
    const { cdp } = this;
    const arrived = Promise.withResolvers<void>();
    const onArrived = (): void => arrived.resolve();
    cdp.on('Page.loadEventFired', onArrived);
    cdp.on('Page.navigatedWithinDocument', onArrived);
    try {
      const answer = await go();
      if (!(answer && 'errorText' in answer)) await arrived.promise;
    } finally {
      cdp.off('Page.loadEventFired', onArrived);
      cdp.off('Page.navigatedWithinDocument', onArrived);
    }
    // Two addresses of one document come without a new one.
    await cdp.send('Runtime.evaluate', { expression: `scrollTo(${document.x}, ${document.y})` });
  }

  /** What comes next is answered by the network again. */
  async end(): Promise<void> {
    this.filling = false;
    await this.cdp.send('Network.setBypassServiceWorker', { bypass: false });
  }

  async answer({ requestId }: Protocol.Fetch.requestPausedPayload): Promise<void> {
    const { title, x, y } = this.document;
    const words = title.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
    const body = `<!doctype html><title>${words}</title><body style="margin:0"><div style="width:calc(100vw + ${x}px);height:calc(100vh + ${y}px)"></div><script>scrollTo(${x},${y})</script>`;
    await this.cdp.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: [
        { name: 'content-type', value: 'text/html; charset=utf-8' },
        { name: 'cache-control', value: 'no-store' },
      ],
      body: Buffer.from(body).toString('base64'),
    });
  }
}
