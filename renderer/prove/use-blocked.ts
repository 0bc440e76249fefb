import type { AppError } from '../../shared/errors.ts';
import { announce } from '../components/announce.tsx';
import { useSecondsUntil } from '../components/use-seconds-until.ts';

export interface Blocked {
  blocked: boolean;
  /** Until when (UTC ISO 8601); null where it is not blocked, or for good. */
  until: string | null;
}

/** Whether a refusal still forbids to try again. When its time has come, that is announced and `onOver` called. */
export function useBlocked(error: AppError | null, onOver: () => void): Blocked {
  const retryAt = error !== null && 'retryAt' in error ? error.retryAt : undefined;
  const seconds = useSecondsUntil(retryAt ?? null, () => {
    announce('You can try again now.');
    onOver();
  });
  return { blocked: retryAt === null || seconds > 0, until: (seconds > 0 && retryAt) || null };
}
