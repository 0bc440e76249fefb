import { useEffect, useState } from 'react';
import type { AccountId } from '../../../shared/domain/account.ts';
import { api } from '../../ipc/client.ts';

/** How often the figures are read again while they are on screen, in ms. */
const EVERY = 5000;

/** What the open services of each account take of memory, in bytes, read anew while it is shown. */
export function useMemory(): readonly { accountId: AccountId; bytes: number }[] {
  const [memory, setMemory] = useState<readonly { accountId: AccountId; bytes: number }[]>([]);
  useEffect(() => {
    const read = async () => {
      const answer = await api.tabs.memory({});
      if (answer.ok) setMemory(answer.value);
    };
    void read();
    const timer = setInterval(() => void read(), EVERY);
    return () => clearInterval(timer);
  }, []);
  return memory;
}
