/** A small app that leans on the rules of Electron which Switchboard relies on; stand-in.spec.ts drives it. */
import { nativeImage, shell } from 'electron/common';
import { app, BrowserWindow, Menu, protocol, session, Tray } from 'electron/main';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; form-action 'none'; frame-src 'self' https:";
const log: string[] = [];
Reflect.set(globalThis, 'sampleLog', log);

app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

const at = process.argv.indexOf('--data');
app.setPath('userData', process.argv[at + 1] ?? '');

function servePage(request: Request): Response {
  const path = join(import.meta.dirname, 'pages', new URL(request.url).pathname);
  if (!existsSync(path)) return new Response('not found', { status: 404 });
  const headers: Record<string, string> = {
    'content-type': TYPES[extname(path)] ?? 'text/plain',
    'content-security-policy': POLICY,
  };
  if (path.endsWith('.txt')) headers['content-disposition'] = 'attachment';
  return new Response(readFileSync(path), { headers });
}

function guard(contents: Electron.WebContents): void {
  if (contents.session !== session.defaultSession) return; // what tests open in other sessions goes where it likes
  contents.setWindowOpenHandler(({ url }) => {
    log.push(`open ${url}`);
    void shell.openExternal(url);
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', (event) => {
    log.push(`will-frame-navigate ${event.url}`);
    if (!event.url.startsWith('app://sample/')) event.preventDefault();
  });
}

function answerPage(window: BrowserWindow): void {
  const { ipc } = window.webContents;
  ipc.handle('echo', (_event, value: unknown) => value);
  ipc.handle('fail', () => {
    throw new TypeError('broken');
  });
  ipc.handle('sender', ({ sender, senderFrame }) => ({
    url: senderFrame?.url,
    origin: senderFrame?.origin,
    isMainFrame: senderFrame === window.webContents.mainFrame && senderFrame.parent === null,
    isOurs: sender === window.webContents,
  }));
  ipc.on('say', (event, value: unknown) => event.sender.send('said', value));
}

function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 640,
    height: 420,
    show: false,
    webPreferences: { preload: join(import.meta.dirname, 'preload.cjs'), sandbox: true, contextIsolation: true },
  });
  answerPage(window);
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    if (quitting) return;
    event.preventDefault();
    log.push('close refused');
    window.hide();
  });
  void window.loadURL('app://sample/index.html');
  return window;
}

function createMenus(window: BrowserWindow): void {
  const item = { id: 'first', label: 'First', accelerator: 'CmdOrCtrl+1', click: () => log.push('menu first') };
  Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'Switch', submenu: [item] }]));
  const tray = new Tray(nativeImage.createEmpty());
  tray.setToolTip('Sample');
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { id: 'one', label: 'One', type: 'radio', checked: true },
      { id: 'two', label: 'Two', type: 'radio', click: ({ checked }) => log.push(`tray two ${checked}`) },
      { id: 'open', label: 'Open', click: () => window.show() },
    ]),
  );
}

async function startWhenReady(): Promise<void> {
  await app.whenReady();
  const ours = session.defaultSession;
  ours.protocol.handle('app', servePage);
  ours.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  ours.setPermissionCheckHandler(() => false);
  ours.on('will-download', (event, item) => {
    log.push(`download ${item.getFilename()}`);
    event.preventDefault();
  });
  ours.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) =>
    answer({ cancel: !url.startsWith('app://sample/') }),
  );
  createMenus(createWindow());
}

let quitting = false;
app.on('before-quit', () => (quitting = true));
app.on('web-contents-created', (_event, contents) => guard(contents));

if (app.requestSingleInstanceLock({ from: 'a second start' })) {
  app.on('second-instance', (_event, argv, _directory, data) =>
    log.push(`second ${argv.at(-1)} ${JSON.stringify(data)}`),
  );
  void startWhenReady();
} else {
  console.log('second start');
  app.quit();
}
