import type { Account, Proof } from '../../shared/domain/account.ts';
import type { Challenge } from '../../shared/domain/challenge.ts';
import type { AccountsPart, Snapshot, Topic } from '../../shared/domain/snapshot.ts';
import { showPending } from '../groups/show-pending.ts';
import { newestActivity } from '../store/activity.ts';
import { listAccounts, listRemoved, type StoredAccount } from '../store/accounts.ts';
import { readAppState, type AppState } from '../store/app-state.ts';
import type { ReadDb } from '../store/database.ts';
import { listGroups, listMembers } from '../store/groups.ts';
import { listProfiles, type StoredProfile } from '../store/profiles.ts';
import { listProofs, type StoredProof } from '../store/proofs.ts';
import type { VerificationParts } from '../verification/parts.ts';
import { showChallenges } from '../verification/show.ts';
import { initialsOf } from './initials.ts';
import { identifierOf } from './parts.ts';
import { bestProof, strengthOf } from './strength.ts';

/** What the shell shows, at one revision. */
export interface FullSnapshot {
  revision: number;
  accounts: AccountsPart;
  challenges: Challenge[];
}

/** What everyone shows: the window, the tray and the menus. */
export interface Snapshots {
  /** The parts that are asked for; nothing is written between their reads, so they are of one revision. */
  read(topics: readonly Topic[]): Snapshot;
  readAll(): FullSnapshot;
}

export function createSnapshots(parts: VerificationParts): Snapshots {
  const { store } = parts;
  // Kept between commits: after each change the window, the tray and the menus ask one after the other.
  let known: AccountsPart | null = null;
  store.onCommit(({ topics }) => {
    if (topics.includes('accounts')) known = null;
  });
  const revision = () => readAppState(store.read).revision;
  const accounts = () => (known ??= readAccounts(store.read));
  const challenges = () => showChallenges(parts, store.read);
  return {
    read: (topics) => ({
      revision: revision(),
      ...(topics.includes('accounts') && { accounts: accounts() }),
      ...(topics.includes('challenges') && { challenges: challenges() }),
      ...(topics.includes('activity') && { activity: newestActivity(store.read) }),
      ...(topics.includes('pendingLinks') && { pendingLinks: showPending(store.read) }),
    }),
    readAll: () => ({ revision: revision(), accounts: accounts(), challenges: challenges() }),
  };
}

/** The primary account first, the others in the person's order. */
export function readAccounts(db: ReadDb): AccountsPart {
  const state = readAppState(db);
  const proofs = Map.groupBy(listProofs(db), ({ accountId }) => accountId);
  const profiles = new Map(listProfiles(db).map((profile) => [profile.accountId, profile]));
  const groups = new Map(listMembers(db).map(({ accountId, groupId }) => [accountId, groupId]));
  const accounts = listAccounts(db).map((account) =>
    showAccount(account, state, {
      proofs: proofs.get(account.id) ?? [],
      profile: profiles.get(account.id),
      groupId: groups.get(account.id) ?? null,
    }),
  );
  const removals = listRemoved(db).map((account) => ({
    accountId: account.id,
    identifier: identifierOf(account),
    undoUntil: account.undoUntil ?? account.addedAt,
  }));
  const { primaryId, activeId } = state;
  return {
    primaryId,
    activeId,
    accounts: [...accounts.filter(({ isPrimary }) => isPrimary), ...accounts.filter(({ isPrimary }) => !isPrimary)],
    removals,
    groups: listGroups(db),
  };
}

/** What other tables say of an account. */
interface Beside extends Pick<Account, 'groupId'> {
  proofs: readonly StoredProof[];
  profile: StoredProfile | undefined;
}

function showAccount(account: StoredAccount, state: AppState, { proofs, profile, groupId }: Beside): Account {
  const { id, kind, name, color, addedAt, lastUsedAt, signInAgain } = account;
  const profileName = profile?.name ?? '';
  return {
    id,
    kind,
    name,
    color,
    addedAt,
    lastUsedAt,
    signInAgain,
    groupId,
    profileName,
    picture: profile?.hasPicture ? profile.readAt : null,
    identifier: identifierOf(account),
    initials: initialsOf({ ...account, name: name || profileName }),
    isPrimary: id === state.primaryId,
    isActive: id === state.activeId,
    proof: showProof(id, proofs),
  };
}

function showProof(id: string, proofs: readonly StoredProof[]): Proof {
  const best = bestProof(proofs);
  if (best === undefined) throw new Error(`Account ${id} has no proof`);
  return {
    strength: strengthOf(best),
    carrier: best.method === 'code' ? best.carrier : null,
    issuer: best.method === 'sign-in' ? best.issuer : null,
    provenAt: best.provenAt,
  };
}
