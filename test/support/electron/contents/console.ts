import type { CdpSession, Protocol } from '../browser/cdp.ts';
import { makeEvent } from '../events.ts';
import { toOuter } from '../session/schemes.ts';
import type { AttachedPage } from './attached-page.ts';

const LEVELS: Partial<Record<Protocol.Runtime.consoleAPICalledPayload['type'], string>> = {
  error: 'error',
  assert: 'error',
  warning: 'warning',
  debug: 'debug',
};

/** Passes on what a page writes to its console. */
export function followConsole(contents: AttachedPage, cdp: CdpSession): void {
  cdp.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const message = args.map((arg) => arg.value ?? arg.description).join(' ');
    const at = stackTrace?.callFrames[0];
    const details = {
      level: LEVELS[type] ?? 'info',
      message,
      lineNumber: at?.lineNumber ?? 0,
      sourceId: toOuter(at?.url ?? ''),
      frame: contents.mainFrame,
    };
    contents.emit('console-message', makeEvent(details));
  });
}
