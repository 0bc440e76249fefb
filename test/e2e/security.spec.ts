import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

test('what the page gets is frozen, its own, and without a way to main', async ({ window: page }) => {
  await ready(page);
  const found = await page.evaluate(async () => {
    const bridge: Record<string, (...given: unknown[]) => unknown> = Reflect.get(window, 'switchboard');
    const heard: unknown[][] = [];
    bridge['subscribe']?.((...given: unknown[]) => heard.push(given));
    await bridge['invoke']?.('preferences.change', { theme: 'dark' });
    const seen = new Set<unknown>();
    const foreign: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
      seen.add(value);
      const prototypes: unknown[] = [Object.prototype, Function.prototype, Array.prototype, null];
      if (!prototypes.includes(Object.getPrototypeOf(value))) foreign.push(path);
      for (const key of Reflect.ownKeys(value)) walk(Reflect.get(value, key), `${path}.${String(key)}`);
    };
    walk(bridge, 'bridge');
    walk(heard, 'event');
    return { frozen: Object.isFrozen(bridge), arguments: heard.map(({ length }) => length), foreign };
  });
  expect(found).toEqual({ frozen: true, arguments: [1], foreign: [] });
});

test('a frame inside the page has no bridge, and neither has a window it opens', async ({ window: page }) => {
  await ready(page);
  const bridges = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inside = frame.contentWindow;
    const opened = window.open('about:blank');
    return [inside, opened].map((other) => other !== null && 'switchboard' in other);
  });
  expect(bridges).toEqual([false, false]);
});

/** Each tries to leave the page. */
const WAYS_OUT: Record<string, () => unknown> = {
  script: () => location.assign('https://evil.example/'),
  'a link': () => {
    document.body.insertAdjacentHTML('beforeend', '<a id="go" href="https://evil.example/">go</a>');
    document.getElementById('go')?.click();
  },
  'a refresh': () =>
    document.head.insertAdjacentHTML('beforeend', '<meta http-equiv="refresh" content="0; url=https://evil.example/">'),
  'another page of ours that is none': () => location.assign('app://evil/index.html'),
};

/** Each tries to open another one, or what no page may open. */
const WAYS_AROUND: Record<string, () => unknown> = {
  'a link to a named window': () => {
    document.body.insertAdjacentHTML('beforeend', '<a id="named" target="other" href="http://evil.example/">go</a>');
    document.getElementById('named')?.click();
  },
  'a file': () => location.assign('file:///etc/passwd'),
  windows: () => {
    const hostile = ['about:blank', 'javascript:alert()', 'data:text/html,x', 'blob:x', 'http://evil.example/'];
    const more = [
      'file:///etc/passwd',
      'app://switchboard/index.html',
      'https://a:b@evil.example/',
      'ms-settings:',
      '',
    ];
    for (const address of [...hostile, ...more]) window.open(address, 'named', 'popup');
  },
};

test('the page cannot leave, open a window or be given a permission', async ({ window: page, running, dataDir }) => {
  await ready(page);
  const address = page.url();
  const log = () => readFileSync(join(dataDir, 'logs', 'switchboard.log'), 'utf8');
  for (const [index, [name, go]] of Object.entries(WAYS_OUT).entries()) {
    await test.step(name, async () => {
      await page.evaluate(go);
      // One after the other: a page that is sent somewhere else forgets where it was going.
      await expect.poll(() => log().match(/ navigation-blocked/g)?.length).toBeGreaterThan(index);
    });
  }
  for (const [name, go] of Object.entries(WAYS_AROUND)) await test.step(name, () => page.evaluate(go));
  expect(await page.evaluate(async () => Notification.requestPermission())).toBe('denied');
  expect(page.url()).toBe(address);
  expect(running.app.windows()).toHaveLength(1);
  expect(await running.openedAddresses()).toEqual([]);
  await ready(page);
});
