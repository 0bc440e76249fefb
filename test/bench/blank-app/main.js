// A blank window with the least there is to it: the baseline for start-up, and for a round trip over the same runtime.
import { join } from 'node:path';
import { app, BrowserWindow, protocol } from 'electron/main';

const PAGE = '<!doctype html><html lang="en"><title>Blank</title><main><h1>Blank</h1></main></html>';

app.setPath('userData', process.argv[process.argv.indexOf('--data') + 1]);
app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

app.on('ready', () => {
  protocol.handle('app', () => new Response(PAGE, { headers: { 'content-type': 'text/html' } }));
  const preload = join(import.meta.dirname, 'preload.cjs');
  const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
  window.webContents.ipc.handle('bare', (_event, input) => input);
  window.once('ready-to-show', () => window.show());
  void window.loadURL('app://blank/');
});
