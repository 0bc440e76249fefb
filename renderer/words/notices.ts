import { assertNever } from '../../shared/assert-never.ts';
import type { Notice } from '../../shared/domain/environment.ts';
import { wordsFor } from '../../shared/words/errors.ts';

/** A notice of the shell, in words, and how serious it is. */
export function noticeWords(notice: Notice): { text: string; intent: 'info' | 'warning' | 'error' } {
  switch (notice.code) {
    case 'preferences-reset':
      return {
        intent: 'warning',
        text: `The preferences could not be read, so the defaults are used. The old file was kept as ${notice.file}.`,
      };
    case 'kept-in-tray':
      return {
        intent: 'info',
        text: 'Closing the window keeps Switchboard in the tray. Quit it there, or change this in Settings.',
      };
    case 'command-refused':
      return { intent: 'error', text: wordsFor(notice.error) };
    default:
      return assertNever(notice);
  }
}
