import { useRef, useState } from 'react';
import type { AppError, Result } from '../../../../../shared/errors.ts';
import { useRescuedFocus } from '../../../../components/use-rescued-focus.ts';

/**
 * Runs a command that goes on in the browser. `button` is the one that begins it, and gets the focus back where the
 * buttons that stand there meanwhile had it.
 */
export function useBrowserSignIn() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useRescuedFocus(busy, () => button.current);

  async function run<T>(command: () => Promise<Result<T>>): Promise<T | null> {
    if (busy) return null;
    setError(null);
    setBusy(true);
    const answer = await command();
    setBusy(false);
    if (answer.ok) return answer.value;
    // Whoever cancelled knows that.
    if (answer.error.code !== 'sign-in-cancelled') setError(answer.error);
    return null;
  }

  return { busy, error, button, run };
}
