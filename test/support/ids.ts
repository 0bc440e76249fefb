import { AccountId } from '../../shared/domain/account.ts';
import { ChallengeId } from '../../shared/domain/challenge.ts';
import { TabId } from '../../shared/domain/tab.ts';

/** A UUID that is easy to read: the letter in front says whose, `n` stands at the end. */
function uuid(letter: 'a' | 'b' | 'c' | 'd', n: number): string {
  return `${letter.repeat(8)}-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** The id of the nth account, the same each time. */
export const accountId = (n: number): AccountId => AccountId.parse(uuid('a', n));

/** The id of the nth challenge. */
export const challengeId = (n: number): ChallengeId => ChallengeId.parse(uuid('c', n));

/** The id of the nth tab, the same each time. */
export const tabId = (n: number): TabId => TabId.parse(uuid('b', n));

/** The id of the nth proof. */
export const proofId = (n: number): string => uuid('d', n);
