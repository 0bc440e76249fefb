import { useCallback, useState } from 'react';
import type { AppError, Result } from '../../shared/errors.ts';

/** Waits for a command: its value, or null where main refused. */
export type Run = <T>(reply: Promise<Result<T>>) => Promise<T | null>;

/**
 * Runs commands and keeps the last refusal, to be shown next to what was clicked.
 */
export function useCommand(): { error: AppError | null; run: Run } {
  const [error, setError] = useState<AppError | null>(null);
  const run = useCallback(async <T>(reply: Promise<Result<T>>): Promise<T | null> => {
    const answer = await reply;
    setError(answer.ok ? null : answer.error);
    return answer.ok ? answer.value : null;
  }, []);
  return { error, run };
}
