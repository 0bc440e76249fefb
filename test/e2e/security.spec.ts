import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

declare global {
  interface Window {
    /** What the policy stopped while a test was trying. */
    stopped?: string[];
    /** Set by an injection that ran. */
    ran?: boolean;
  }
}

/** Each tries to get something past the Content-Security-Policy; what comes back is only for the log. */
const INJECTIONS: Record<string, { directive: string; inject: () => unknown }> = {
  'an inline script': {
    directive: 'script-src-elem',
    inject() {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
    },
  },
  'an event attribute': {
    directive: 'script-src-attr',
    inject() {
      document.body.insertAdjacentHTML('beforeend', '<button id="x" onclick="window.ran = true"></button>');
      document.getElementById('x')?.click();
    },
  },
  'a remote script': {
    directive: 'script-src-elem',
    inject() {
      const script = document.createElement('script');
      script.src = 'https://evil.example/x.js';
      document.body.append(script);
    },
  },
  'a remote picture': {
    directive: 'img-src',
    inject() {
      new Image().src = 'https://evil.example/x.png';
    },
  },
  fetch: { directive: 'connect-src', inject: () => fetch('https://evil.example/').catch(() => {}) },
  'a web socket': {
    directive: 'connect-src',
    inject() {
      return new WebSocket('wss://evil.example/').readyState;
    },
  },
  'a form': {
    directive: 'form-action',
    inject() {
      document.body.insertAdjacentHTML('beforeend', '<form id="f" action="https://evil.example/"></form>');
      document.querySelector<HTMLFormElement>('#f')?.submit();
    },
  },
  'a base address': {
    directive: 'base-uri',
    inject() {
      document.head.insertAdjacentHTML('beforeend', '<base href="https://evil.example/">');
    },
  },
  'an object': {
    directive: 'object-src',
    inject() {
      document.body.insertAdjacentHTML('beforeend', '<object data="https://evil.example/x"></object>');
    },
  },
  'a frame': {
    directive: 'frame-src',
    inject() {
      document.body.insertAdjacentHTML('beforeend', '<iframe src="https://evil.example/"></iframe>');
    },
  },
  'a worker': {
    directive: 'worker-src',
    inject() {
      try {
        return new Worker('data:text/javascript,1').constructor.name;
      } catch {
        return 'refused';
      }
    },
  },
  'a style': {
    directive: 'style-src-elem',
    inject() {
      document.head.insertAdjacentHTML('beforeend', '<style>body { display: none }</style>');
    },
  },
};

async function watchPolicy(page: Page): Promise<void> {
  await page.evaluate(() => {
    const stopped: string[] = [];
    window.stopped = stopped;
    document.addEventListener('securitypolicyviolation', (event) => stopped.push(event.effectiveDirective));
  });
}

async function ready(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Sign in to Switchboard' })).toBeVisible();
}

test('nothing that is injected runs, loads or leaves', async ({ window: page }) => {
  await ready(page);
  const answered: string[] = [];
  page.on('response', (response) => answered.push(response.url()));
  await watchPolicy(page);
  for (const [name, { directive, inject }] of Object.entries(INJECTIONS)) {
    await test.step(name, async () => {
      await page.evaluate(() => window.stopped?.splice(0));
      await page.evaluate(inject);
      await expect.poll(() => page.evaluate(() => window.stopped)).toContain(directive);
    });
  }
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
  expect(answered.filter((address) => address.includes('evil.example'))).toEqual([]);
  expect(await page.evaluate(() => getComputedStyle(document.body).display)).not.toBe('none');
});

test('the page has two functions and nothing of Electron or Node', async ({ window: page }) => {
  await ready(page);
  const found = await page.evaluate(() => ({
    bridge: Object.entries<unknown>(Reflect.get(window, 'switchboard')).map(
      ([name, value]) => `${name}: ${typeof value}`,
    ),
    node: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  }));
  expect(found).toEqual({ bridge: ['invoke: function', 'subscribe: function'], node: [] });
});

test('the page cannot leave, open a window or be given a permission', async ({ window: page, running }) => {
  await ready(page);
  const address = page.url();
  await page.evaluate(() => location.assign('https://evil.example/'));
  await page.evaluate(() => window.open('about:blank', 'named'));
  expect(await page.evaluate(async () => Notification.requestPermission())).toBe('denied');
  expect(page.url()).toBe(address);
  expect(running.app.windows()).toHaveLength(1);
  await ready(page);
});
