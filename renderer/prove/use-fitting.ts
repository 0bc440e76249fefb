import { useEffect, useState } from 'react';
import type { FittingWay } from '../../shared/domain/way.ts';
import type { AppError } from '../../shared/errors.ts';
import { onEvent } from '../ipc/client.ts';
import type { Wish } from '../stores/steps.ts';
import { fittingWays } from './choose.ts';

/** The ways that fit, live: `known` until main answers, and read again when a set-up changes. */
export function useFitting(
  wish: Wish,
  known: readonly FittingWay[],
): { ways: readonly FittingWay[]; error: AppError | null } {
  const [fitting, setFitting] = useState<{ ways: readonly FittingWay[]; error: AppError | null }>({
    ways: known,
    error: null,
  });
  useEffect(() => {
    let over = false;
    const read = async () => {
      const answer = await fittingWays(wish);
      if (!over)
        setFitting(({ ways }) => (answer.ok ? { ways: answer.value, error: null } : { ways, error: answer.error }));
    };
    void read();
    const stop = onEvent(({ name }) => {
      if (name === 'ways.changed' || name === 'secrets.changed') void read();
    });
    return () => {
      over = true;
      stop();
    };
  }, [wish]);
  return fitting;
}
