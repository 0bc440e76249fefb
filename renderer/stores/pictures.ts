import { useEffect } from 'react';
import { create } from 'zustand';
import type { Account, AccountId } from '../../shared/domain/account.ts';
import { api } from '../ipc/client.ts';

interface Picture {
  /** `Account.picture` at the time. */
  version: string;
  /** A `data:` address; null until main answered, and where there is none. */
  address: string | null;
}

/** The pictures of the accounts that were shown, by account. */
const usePictures = create<Readonly<Record<AccountId, Picture>>>(() => ({}));

/** The picture of an account as a `data:` address; null until it is there, and where there is none. */
export function usePicture({ id, picture: version }: Pick<Account, 'id' | 'picture'>): string | null {
  const kept = usePictures((pictures) => pictures[id]);
  useEffect(() => {
    if (version !== null) void read(id, version);
  }, [id, version]);
  return version === null ? null : (kept?.address ?? null);
}

/** Forgets them all, as after erasing everything. */
export function forgetPictures(): void {
  usePictures.setState({}, true);
}

/** Reads a picture once, however many show it. The one before stays in view until then. */
async function read(accountId: AccountId, version: string): Promise<void> {
  const before = usePictures.getState()[accountId];
  if (before?.version === version) return;
  keep(accountId, { version, address: before?.address ?? null });
  const answer = await api.accounts.picture({ accountId });
  // A newer one may have been asked for meanwhile.
  if (usePictures.getState()[accountId]?.version !== version) return;
  keep(accountId, { version, address: answer.ok ? answer.value.picture : null });
}

function keep(accountId: AccountId, picture: Picture): void {
  usePictures.setState({ [accountId]: picture });
}
