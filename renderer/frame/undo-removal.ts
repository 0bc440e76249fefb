import { useEffect } from 'react';
import type { Removal } from '../../shared/domain/account.ts';
import { announce } from '../components/announce.tsx';
import { api } from '../ipc/client.ts';
import { useEnvironment } from '../stores/environment.ts';
import { notify } from '../stores/notices.ts';
import { wordsFor } from '../../shared/words/errors.ts';

/** Brings a removed account back, and says so. Answers whether it could. */
export async function undoRemoval({ accountId, identifier }: Removal): Promise<boolean> {
  const answer = await api.accounts.undoRemove({ accountId });
  if (answer.ok) announce(`${identifier.display} is back.`);
  else notify(wordsFor(answer.error), 'error');
  return answer.ok;
}

/** The keys that undo the newest removal, as the person's keyboard has them. */
export function useUndoKeys(): string {
  return useEnvironment(({ environment }) => (environment?.platform === 'macos' ? 'Cmd+Z' : 'Ctrl+Z'));
}

/** Undoes the newest removal with Ctrl+Z or Cmd+Z: ten seconds are short for whoever comes to `Undo` by the Tab key. */
export function useUndoShortcut(newest: Removal | undefined): void {
  useEffect(() => {
    if (newest === undefined) return undefined;
    let undone = false;
    const undo = (event: KeyboardEvent) => {
      const pressed = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key === 'z';
      // In a text field the same keys undo what was typed.
      const inText = event.target instanceof Element && event.target.matches('input, textarea');
      if (!pressed || inText) return;
      event.preventDefault();
      // Pressed again before the account is back, it would only hear that there is nothing to undo.
      if (undone) return;
      undone = true;
      void undoRemoval(newest);
    };
    document.addEventListener('keydown', undo);
    return () => document.removeEventListener('keydown', undo);
  }, [newest]);
}
