import type { shell } from 'electron/common';
import * as z from 'zod';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import type { StartupAction, StartupCommand } from '../../shared/startup-problem.ts';
import type { Log } from '../log.ts';
import type { StoreProblem } from '../store/problems.ts';
import { answerWindow } from './ipc-host.ts';
import type { AppPaths } from './paths.ts';
import { problemWords } from '../store/problem-words.ts';
import { bringToFront, createWindow, showOnceDrawn } from './window.ts';

/** The window that opens where the app cannot start. */
export interface ProblemWindow {
  /** What the person decided; closing the window is quitting. */
  decision: Promise<Exclude<StartupAction, 'show-file'>>;
  show(): void;
  close(): void;
}

interface Parts {
  paths: AppPaths;
  log: Log;
  system: Pick<typeof shell, 'showItemInFolder'>;
  /** Called with what went wrong if not even this window can be drawn. */
  onFailure: (error: unknown) => void;
}

const Action: z.ZodType<StartupAction> = z.enum(['show-file', 'try-again', 'quit']);

/** Opens a window that says why Switchboard cannot start. It needs no store, and changes nothing. */
export function openStartupProblem(problem: StoreProblem, { paths, log, system, onFailure }: Parts): ProblemWindow {
  const words = problemWords(problem);
  const bounds = { width: 640, height: 520 };
  const window = createWindow({ page: 'startup-problem.html', bounds, paths, onFailure });
  const { promise, resolve } = Promise.withResolvers<'try-again' | 'quit'>();

  const act = (input: unknown): Result<object> => {
    const { data: action } = Action.safeParse(input);
    if (!action) return refuse('invalid-input');
    if (action !== 'show-file') resolve(action);
    else system.showItemInFolder(words.path);
    return ok({});
  };
  const answers: Record<StartupCommand, (input: unknown) => Result<object>> = {
    'problem.read': () => ok(words),
    'problem.act': act,
  };
  answerWindow(
    window.webContents,
    async (command, input) => {
      const known = command === 'problem.read' || command === 'problem.act';
      return known ? answers[command](input) : refuse('invalid-input');
    },
    log,
  );

  window.on('closed', () => resolve('quit'));
  showOnceDrawn(window, () => window.show());
  return { decision: promise, show: () => bringToFront(window), close: () => window.destroy() };
}
