import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

function sources(...folders: string[]): { path: string; text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ts|tsx|html)$/.test(path))
      .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, folder, path), 'utf8') })),
  );
}

const product = sources('main', 'preload', 'renderer', 'shared');
const holding = (pattern: RegExp) => product.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

/** Electron's floor: below it is a hole that an advisory names. Each advisory raises it. */
const ELECTRON_FLOOR = [43, 4, 1] as const;

/** A version as one number, for comparing. */
function number(version: readonly (number | undefined)[]): number {
  return version.reduce<number>((sum, part) => sum * 1000 + (part ?? 0), 0);
}

test('what is dangerous is called in one file each', () => {
  expect(holding(/\.openExternal\(/)).toEqual(['main/shell/external-browser.ts']);
  expect(holding(/\.loadURL\(/)).toEqual(['main/shell/window.ts', 'main/sessions/views/load.ts']);
  expect(holding(/\.restore\(request|navigationHistory\.restore\(/)).toEqual(['main/sessions/views/view.ts']);
  expect(holding(/new WebContentsView\(/)).toEqual(['main/sessions/views/view.ts']);
  expect(holding(/new BrowserWindow\(/)).toEqual(['main/shell/window.ts']);
  expect(holding(/\.ipc\.|\bipcMain\b/)).toEqual(['main/shell/ipc-host.ts']);
  expect(holding(/\bipcRenderer\b/)).toEqual(['preload/index.ts']);
  expect(holding(/webPreferences/).toSorted()).toEqual([
    'main/sessions/views/popups.ts',
    'main/sessions/views/view.ts',
    'main/shell/window.ts',
  ]);
});

const CLOSED = [
  'sandbox: true',
  'contextIsolation: true',
  'nodeIntegration: false',
  'nodeIntegrationInWorker: false',
  'nodeIntegrationInSubFrames: false',
  'webviewTag: false',
];

test.each([
  ['main/shell/window.ts', ['preload: paths.preload'], ['spellcheck: false', "v8CacheOptions: 'bypassHeatCheck'"]],
  ['main/sessions/views/view.ts', [], ['spellcheck: true', "zoomMode: 'isolated'"]],
  ['main/sessions/views/popups.ts', [], ['spellcheck: false']],
])('webPreferences in %s are a literal with everything safe and nothing weakened', (file, first, last) => {
  const [, literal = ''] =
    /webPreferences: Object\.freeze\(\{(.*?)\}\)/s.exec(readFileSync(join(root, file), 'utf8')) ?? [];
  expect(literal).not.toContain('...');
  expect(literal.match(/[\w.]+: [^,]+/g)).toEqual([...first, ...CLOSED, ...last]);
});

test('no page of an account is given a script, or looked into', () => {
  expect(holding(/executeJavaScript|insertCSS|\.debugger\b|setPreloads|registerPreloadScript/)).toEqual([]);
  expect(holding(/\bpreload:/)).toEqual(['main/shell/paths.ts', 'main/shell/window.ts']);
  expect(holding(/uploadData|onBeforeSendHeaders|onHeadersReceived|protocol\.(?:intercept|handle)/)).toEqual([
    'main/shell/app-protocol.ts',
  ]);
});

test('nothing switches a protection off, and nothing runs text as code', () => {
  expect(holding(/webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures/)).toEqual([]);
  expect(holding(/no-sandbox|disable-web-security|ignore-certificate-errors|remote-debugging/)).toEqual([]);
  expect(holding(/\beval\(|new Function\(|dangerouslySetInnerHTML|\.innerHTML\b|executeJavaScript\(/)).toEqual([]);
  expect(holding(/Math\.random\(/)).toEqual([]);
});

test('no address of ours is insecure', () => {
  const addresses = product.flatMap(({ path, text }) =>
    [...text.matchAll(/http:\/\/[\w.-]+/g)].map(([address]) => `${path}: ${address}`),
  );
  // A namespace is a name, never fetched; at this computer the browser comes back from a sign-in (RFC 8252, 7.3).
  expect(addresses.filter((found) => !/http:\/\/(?:www\.w3\.org|localhost|127\.0\.0\.1)$/.test(found))).toEqual([]);
});

test('every guard stands before the first window', () => {
  const entry = readFileSync(join(root, 'main/shell/start-app.ts'), 'utf8');
  const order = ['enableSandbox()', 'registerAppScheme(', 'guardApp(', 'whenReady()'].map((call) =>
    entry.indexOf(call),
  );
  expect(order.every((at) => at > 0)).toBe(true);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('Electron is above the floor of every advisory', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [major, minor, patch] = String(devDependencies.electron).split('.').map(Number);
  expect(number([major, minor, patch])).toBeGreaterThanOrEqual(number(ELECTRON_FLOOR));
});
