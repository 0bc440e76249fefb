import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Random } from '../ports.ts';
import type { StoredChallenge } from '../store/challenges.ts';

const CODES = 1_000_000;
const DIGITS = 6;
/** Enough to tell keys apart, and nothing to find one by. */
const MARK_BYTES = 4;

/** A new code: six digits, leading zeros kept (security: C1). */
export function makeCode(random: Random): string {
  return String(random.integer(CODES)).padStart(DIGITS, '0');
}

/** What is stored of a code: bound to its challenge, identifier and purpose, after the mark of its key (security: C4, C8). */
export function hashCode(
  key: Buffer,
  challenge: Pick<StoredChallenge, 'id' | 'identifier' | 'purpose'>,
  code: string,
): Buffer {
  const { id, identifier, purpose } = challenge;
  return Buffer.concat([markOf(key), hmac(key, JSON.stringify([id, identifier, purpose, code]))]);
}

/** Whether a hash was made under this key; else no code can be checked against it. */
export function isUnder(key: Buffer, hash: Buffer): boolean {
  return hash.subarray(0, MARK_BYTES).equals(markOf(key));
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

function markOf(key: Buffer): Buffer {
  return hmac(key, 'mark').subarray(0, MARK_BYTES);
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
