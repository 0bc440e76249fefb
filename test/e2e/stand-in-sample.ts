import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchApp, type LaunchedApp } from '../support/launch.ts';

/** A server on this machine, and what it was asked for. */
export interface SampleSite {
  origin: string;
  requests: IncomingMessage[];
  close(): void;
}

/** Serves a page titled with its path, unless `listener` has answered. */
export async function serveSite(listener: RequestListener = () => {}): Promise<SampleSite> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
    if (response.headersSent || response.writableEnded) return;
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>${request.url}</title><body style="height:5000px"><h1>${request.url}</h1>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The sample app on the stand-in. */
export interface Sample extends LaunchedApp {
  dataDir: string;
  /** Opens an address in a view of its own in the app's window. */
  openView(name: string, partition: string, url: string): Promise<Page>;
  /** Runs in main with the electron module and the page of a view. */
  inView<T>(name: string, task: (contents: Electron.WebContents) => T | Promise<T>): Promise<T>;
}

/** Starts it on a folder; a new one when none is given. */
export async function startSample(dataDir = mkdtempSync(join(tmpdir(), 'stand-in-'))): Promise<Sample> {
  const launched = await launchApp({ dataDir, appDir: join(import.meta.dirname, '../support/electron/sample') });
  const { app } = launched;
  return {
    ...launched,
    dataDir,
    async openView(name, partition, url) {
      await app.evaluate(makeView, { name, partition, url });
      const find = (): Page | undefined => app.windows().find((page) => page.url() === url);
      await expect.poll(find).toBeTruthy();
      const page = find();
      if (!page) throw new Error(`there is no page at ${url}`);
      return page;
    },
    inView: async (name, task) => {
      const handle = await app.evaluateHandle(viewContents, name);
      try {
        return await handle.evaluate(task);
      } finally {
        await handle.dispose().catch(() => {});
      }
    },
  };
}

/** Quits it and removes its folder. */
export async function stopSample(sample: Sample): Promise<void> {
  await sample.close();
  rmSync(sample.dataDir, { recursive: true, force: true });
}

// These run inside main, so they use nothing from around them.

async function makeView(
  { BrowserWindow, WebContentsView }: typeof Electron.CrossProcessExports,
  { name, partition, url }: { name: string; partition: string; url: string },
): Promise<void> {
  const view = new WebContentsView({ webPreferences: { partition } });
  view.setBounds({ x: 20, y: 60, width: 300, height: 200 });
  BrowserWindow.getAllWindows()[0]?.contentView.addChildView(view);
  Reflect.set(globalThis, 'views', { ...Reflect.get(globalThis, 'views'), [name]: view });
  await view.webContents.loadURL(url);
}

function viewContents(_electron: typeof Electron.CrossProcessExports, name: string): Electron.WebContents {
  return Reflect.get(globalThis, 'views')[name].webContents;
}
