import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Random } from '../ports.ts';
import type { StoredChallenge } from '../store/challenges.ts';

const CODES = 1_000_000;
const DIGITS = 6;

/** A new code: six digits, leading zeros kept (security: C1). */
export function makeCode(random: Random): string {
  return String(random.integer(CODES)).padStart(DIGITS, '0');
}

/** What is stored of a code: bound to its challenge, identifier and purpose (security: C4, C8). */
export function hashCode(
  key: Buffer,
  challenge: Pick<StoredChallenge, 'id' | 'identifier' | 'purpose'>,
  code: string,
): Buffer {
  const { id, identifier, purpose } = challenge;
  return createHmac('sha256', key)
    .update(JSON.stringify([id, identifier, purpose, code]))
    .digest();
}

/** Compares two hashes in constant time. */
export function sameHash(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The code as typed or pasted, without blanks and dashes; null where that is not six digits (security: C13). */
export function normalizeCode(typed: string): string | null {
  const code = typed.normalize('NFKC').replace(/[\s\p{Dash}\p{Cf}]/gu, '');
  return /^[0-9]{6}$/.test(code) ? code : null;
}
