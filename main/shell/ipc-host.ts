import type { WebContents, WebFrameMain } from 'electron/main';
import { refuse, type Result } from '../../shared/errors.ts';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '../../shared/ipc/bridge.ts';
import type { Log } from '../log.ts';
import { ownAddress } from './addresses.ts';

/** Answers one message of a window; the command and its input have not been checked. */
export type Answer = (command: unknown, input: unknown) => Promise<Result<unknown>>;

/** Says whether a message comes from the main frame of one of our own pages (security: 2.1, 17). */
function isTrustedSender(frame: Pick<WebFrameMain, 'parent' | 'url'> | null | undefined): boolean {
  try {
    return frame?.parent === null && ownAddress(frame.url) !== null;
  } catch {
    // A frame that is gone throws when it is asked anything.
    return false;
  }
}

/** Answers the messages of one window, and of no other: the handler is bound to its webContents. */
export function answerWindow(contents: Pick<WebContents, 'ipc'>, answer: Answer, log: Log): void {
  contents.ipc.handle(INVOKE_CHANNEL, async (event, command: unknown, input: unknown) => {
    if (isTrustedSender(event.senderFrame)) return answer(command, input);
    log.event('message-refused');
    return refuse('invalid-input');
  });
}

/** Tells a window something, if it is still there. */
export function tellWindow(contents: Pick<WebContents, 'isDestroyed' | 'send'>, message: object): void {
  if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, message);
}
