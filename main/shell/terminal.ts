import { spawn } from 'node:child_process';
import { app } from 'electron/main';
import type { Start } from '../command-line/arguments.ts';
import { runCommandLine } from '../command-line/run.ts';

/** Runs a command line to its end, and ends this process with its exit status. It opens no window of its own. */
export async function runInTerminal(start: Exclude<Start, { kind: 'app' }>, folder: string): Promise<void> {
  const version = app.getVersion();
  const { status, text } = await runCommandLine(start, { folder, version, startApp: () => startApp(folder) });
  await print(status === 0 ? process.stdout : process.stderr, text);
  app.exit(status);
}

/** Starts Switchboard so that it lives on after this process. */
function startApp(folder: string): void {
  // An AppImage runs from a place that is gone after it ends.
  const program = process.env['APPIMAGE'] ?? process.execPath;
  const args = [...(app.isPackaged ? [] : [app.getAppPath()]), '--data', folder];
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  // What cannot be started never answers, and that is told.
  child.on('error', () => {});
  child.unref();
}

/** Resolves once the text is out, or nobody reads it any more. */
function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (text === '') return Promise.resolve();
  return new Promise((resolve) => {
    stream.on('error', () => resolve());
    stream.write(`${text}\n`, () => resolve());
  });
}
