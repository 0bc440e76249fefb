import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { appCommand } from '../../support/launch.ts';

/**
 * Switchboard, driven through main alone. Playwright would be attached to each page as well, which it makes believe that
 * it is always on screen and has the keyboard, and which holds memory.
 */
export interface InspectedApp {
  readonly pid: number;
  /** Calls a function inside main; it uses nothing from around it. */
  evaluate<Argument, Result>(
    inMain: (electron: typeof Electron.CrossProcessExports, argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  close(): Promise<void>;
}

const ELECTRON_IN_MAIN = `process.getBuiltinModule('node:module').createRequire('/')('electron')`;

const Answer = z.object({
  id: z.int(),
  result: z.object({
    result: z.object({ value: z.string().optional() }),
    exceptionDetails: z.object({ exception: z.object({ description: z.string() }).optional() }).optional(),
  }),
});

/** Starts the built app with the door for debuggers of main open. */
export async function startInspected(dataDir: string, args: string[]): Promise<InspectedApp> {
  const { executable, args: own, env } = appCommand({ dataDir, args });
  const main = spawn(executable, ['--inspect=0', ...own], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  createInterface({ input: main.stderr }).on('line', (line) => {
    const [, address] = /Debugger listening on (ws:\S+)/.exec(line) ?? [];
    if (address !== undefined) resolve(address);
  });
  main.once('exit', () => reject(new Error('Switchboard did not start')));
  const socket = new WebSocket(await promise);
  await once(socket, 'open');
  const call = callsOver(socket);
  return {
    pid: main.pid ?? 0,
    async evaluate(inMain, argument) {
      const asked = `(${inMain.toString()})(${ELECTRON_IN_MAIN}, ${JSON.stringify(argument)})`;
      const given = await call(`Promise.resolve(${asked}).then((value) => JSON.stringify(value ?? null))`);
      // A copy of what the function gave.
      return JSON.parse(given);
    },
    async close() {
      const gone = once(main, 'exit');
      socket.close();
      main.kill();
      await gone;
    },
  };
}

/** Evaluates expressions at the other end, which give text. */
function callsOver(socket: WebSocket): (expression: string) => Promise<string> {
  const waiting = new Map<number, PromiseWithResolvers<string>>();
  socket.addEventListener('message', ({ data }) => {
    const { data: answer } = Answer.safeParse(JSON.parse(String(data)));
    if (!answer) return;
    const { result, exceptionDetails } = answer.result;
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (result.value === undefined || exceptionDetails) {
      call?.reject(new Error(exceptionDetails?.exception?.description ?? 'It failed in main'));
    } else call?.resolve(result.value);
  });
  let id = 0;
  return (expression) => {
    id += 1;
    const call = Promise.withResolvers<string>();
    waiting.set(id, call);
    const params = { expression, awaitPromise: true, returnByValue: true };
    socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
    return call.promise;
  };
}
