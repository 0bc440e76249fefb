import { useEffect, useState } from 'react';
import type { Message } from '../../../shared/domain/message.ts';
import type { AppError } from '../../../shared/errors.ts';
import { announce } from '../../components/announce.tsx';
import { api, onEvent } from '../../ipc/client.ts';
import { words } from './words.ts';

interface Read {
  /** Newest first; null until main answered. */
  messages: readonly Message[] | null;
  error: AppError | null;
}

/** The messages of the local mailbox, read again whenever they change. New ones are announced. */
export function useMessages(): Read {
  const [read, setRead] = useState<Read>({ messages: null, error: null });
  useEffect(() => {
    let known: ReadonlySet<string> | null = null;
    let stopped = false;
    async function look() {
      const answer = await api.mailbox.list({});
      if (stopped) return;
      if (!answer.ok) return setRead((last) => ({ ...last, error: answer.error }));
      const newest = answer.value.find(({ id }) => known !== null && !known.has(id));
      if (newest) announce(words.arrived(newest.subject, newest.to));
      known = new Set(answer.value.map(({ id }) => id));
      setRead({ messages: answer.value, error: null });
    }
    const stop = onEvent(({ name }) => {
      if (name === 'mailbox.changed') void look();
    });
    void look();
    return () => {
      stopped = true;
      stop();
    };
  }, []);
  return read;
}
