import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { startTrayHost } from './tray-host.ts';

/** A display of the tests' own, which nobody sees, with a session bus of its own and a host for tray icons on it. */
export interface PrivateDisplay {
  /** What programs need in their environment to use it. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** The first line a program writes to one of its streams; `undefined` when it is missing or ends before. */
async function firstLine(child: ChildProcess, stream: number): Promise<string | undefined> {
  const output = child.stdio[stream];
  if (!(output instanceof Readable)) return undefined;
  const line = once(createInterface({ input: output }), 'line').then(([text]) => String(text));
  const ended = once(child, 'exit').then(
    () => undefined,
    () => undefined, // the program is not installed
  );
  return Promise.race([line, ended]);
}

async function stopAll(children: ChildProcess[]): Promise<void> {
  const running = children.filter((child) => child.exitCode === null && child.signalCode === null);
  await Promise.all(
    running.map((child) => {
      const gone = once(child, 'exit');
      child.kill();
      return gone;
    }),
  );
}

/**
 * Starts Xvfb and a session bus for a test run, on Linux without a DISPLAY, or with SWITCHBOARD_DISPLAY=private. Gives
 * nothing where there is a display, with SWITCHBOARD_DISPLAY=none, or where Xvfb is not installed: the stand-in then
 * runs without a display.
 */
export async function startDisplay(): Promise<PrivateDisplay | undefined> {
  const asked = process.env['SWITCHBOARD_DISPLAY'];
  if (process.platform !== 'linux' || asked === 'none') return undefined;
  if (process.env['DISPLAY'] && asked !== 'private') return undefined;
  const size = '1920x1080x24';
  // Without -noreset it starts anew whenever the last window is gone, and turns away whoever comes meanwhile.
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=3'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number, address] = await Promise.all([firstLine(xvfb, 3), firstLine(bus, 3)]);
  if (number === undefined) {
    await stopAll(address === undefined ? [] : [bus]);
    return undefined;
  }
  const env = { DISPLAY: `:${number}` };
  if (address === undefined) return { env, stop: () => stopAll([xvfb]) };
  const host = await startTrayHost(address);
  return {
    env: { ...env, DBUS_SESSION_BUS_ADDRESS: address },
    async stop() {
      host.disconnect();
      await stopAll([xvfb, bus]);
    },
  };
}
