import { create } from 'zustand';
import type { Account, AccountId } from '../../shared/domain/account.ts';
import type { Challenge } from '../../shared/domain/challenge.ts';
import type { PendingLink } from '../../shared/domain/group.ts';
import type { AccountsPart } from '../../shared/domain/snapshot.ts';
import type { AppError } from '../../shared/errors.ts';
import { api, onEvent } from '../ipc/client.ts';
import { createMirror } from './mirror.ts';

export interface SnapshotState {
  /** False until the first answer of main. */
  loaded: boolean;
  revision: number;
  accounts: AccountsPart;
  /** Open challenges, newest first. */
  challenges: Challenge[];
  /** The id of the newest entry of the activity. */
  activity: number;
  /** Imported accounts that still need their proof. */
  pendingLinks: PendingLink[];
  /** Why main could not be read, last time. */
  problem: AppError | null;
}

/** What main shows, as last read. Never written to by a page: pages send commands. */
export const useSnapshot = create<SnapshotState>(() => ({
  loaded: false,
  revision: 0,
  accounts: { primaryId: null, activeId: null, accounts: [], removals: [], groups: [] },
  challenges: [],
  activity: 0,
  pendingLinks: [],
  problem: null,
}));

/** The account whose dashboard is shown, or undefined before the first sign-in. */
export function activeAccount({ accounts }: SnapshotState): Account | undefined {
  return accounts.accounts.find((account) => account.isActive);
}

/** An account by its id; undefined where it is not there, or not yet read. */
export function useAccount(id: AccountId): Account | undefined {
  return useSnapshot(({ accounts }) => accounts.accounts.find((account) => account.id === id));
}

const mirror = createMirror({
  async read(topics) {
    const answer = await api.app.snapshot({ topics });
    if (!answer.ok) useSnapshot.setState({ problem: answer.error });
    return answer.ok ? answer.value : null;
  },
  apply: ({ revision, accounts, challenges, activity, pendingLinks }) =>
    useSnapshot.setState({
      revision,
      loaded: true,
      problem: null,
      ...(accounts && { accounts }),
      ...(challenges && { challenges }),
      ...(activity !== undefined && { activity }),
      ...(pendingLinks && { pendingLinks }),
    }),
});

/** Starts following main: listens first, then reads. Call what it returns to stop. */
export function startMirror(): () => void {
  const stop = onEvent((message) => {
    if (message.name === 'app.changed') mirror.hear(message.payload.revision, message.payload.topics);
  });
  mirror.start();
  return stop;
}

/** Reads again what could not be read. */
export function refreshSnapshot(): void {
  mirror.start();
}
