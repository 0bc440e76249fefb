import { useEffect, useState } from 'react';
import type { LinkRule } from '../../../../shared/domain/link.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { api, onEvent } from '../../../ipc/client.ts';
import { useSnapshot } from '../../../stores/snapshot.ts';

interface Read {
  /** Null until main answered. */
  rules: readonly LinkRule[] | null;
  error: AppError | null;
}

/** The rules in order, read again after each change of them or of the accounts. */
export function useRules(): Read {
  const [state, setState] = useState<Read>({ rules: null, error: null });
  const accounts = useSnapshot((snapshot) => snapshot.accounts);
  useEffect(() => {
    let shown = true;
    const read = async () => {
      const answer = await api.links.list({});
      if (!shown) return;
      if (answer.ok) setState({ rules: answer.value, error: null });
      else setState((now) => ({ ...now, error: answer.error }));
    };
    void read();
    const stop = onEvent(({ name }) => name === 'links.changed' && void read());
    return () => {
      shown = false;
      stop();
    };
  }, [accounts]);
  return state;
}
