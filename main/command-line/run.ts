import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './ask.ts';
import type { Start } from './arguments.ts';
import type { Reply, Request } from './messages.ts';
import { USAGE } from './usage.ts';

/** How long a Switchboard that was started may take until it answers, in ms. */
const START_TIME = 20_000;
const BETWEEN_TRIES = 50;

/** What a command line ends with: words for standard output after 0, else for standard error. */
export interface Outcome {
  /** 0 done, 1 refused, 2 wrong use, 3 not running and not to be started. */
  status: 0 | 1 | 2 | 3;
  text: string;
}

interface Parts {
  folder: string;
  version: string;
  /** Starts Switchboard with its window, and goes on at once. */
  startApp: () => void;
}

/** Does what a command line asks for. */
export async function runCommandLine(start: Exclude<Start, { kind: 'app' }>, parts: Parts): Promise<Outcome> {
  switch (start.kind) {
    case 'help':
      return { status: 0, text: USAGE };
    case 'version':
      return { status: 0, text: `Switchboard ${parts.version}` };
    case 'wrong':
      return { status: 2, text: `${start.problem}\n\n${USAGE}` };
    default:
      return (await request(start.request, parts)) ?? { status: 3, text: NOT_THERE };
  }
}

const NOT_THERE = 'Switchboard is not running and could not be started. Open it, and try again.';

/** Null where Switchboard neither runs nor comes up. A list needs no Switchboard that runs, and starts none. */
async function request(asked: Request, { folder, startApp }: Parts): Promise<Reply | null> {
  const answered = await ask(folder, asked);
  if (answered !== null) return answered;
  if (asked.command !== 'list') startApp();
  const tries = Math.ceil(START_TIME / BETWEEN_TRIES);
  for (let count = 0; count < tries; count += 1) {
    const reply = asked.command === 'list' ? await listWithoutApp(folder, asked.json) : await ask(folder, asked);
    if (reply !== null) return reply;
    await sleep(BETWEEN_TRIES);
  }
  return null;
}

async function listWithoutApp(folder: string, json: boolean): Promise<Reply | null> {
  // Loaded only here, because it brings the database with it.
  const { listClosed } = await import('./list-closed.ts');
  return listClosed(folder, json) ?? ask(folder, { command: 'list', json });
}
