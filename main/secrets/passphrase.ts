import * as z from 'zod';
import { PASSPHRASE_MIN } from '../../shared/domain/secrets.ts';
import type { Random } from '../ports.ts';
import { KEY_BYTES, openEnvelope, sealEnvelope } from './envelope.ts';

/** What Argon2id costs (RFC 9106): `m` KiB of memory, `t` passes, `p` lanes. */
export interface Argon2Cost {
  m: number;
  t: number;
  p: number;
}

/** OWASP Password Storage Cheat Sheet, Argon2id: at least 19 MiB, two passes, one lane. */
export const OWASP_COST: Argon2Cost = { m: 19_456, t: 2, p: 1 };

const SALT_BYTES = 16;
/** How long Argon2id may compute at a stretch, in ms: nothing blocks main for more than 16. */
const TICK = 5;
const BOUND_TO = 'vault key';

/** A key under a passphrase, as it lies in a file; the limits keep a damaged one from taking all memory. */
export const WrappedKey = z.strictObject({
  kdf: z.literal('argon2id'),
  m: z.int().min(64).max(1_048_576),
  t: z.int().min(1).max(16),
  p: z.int().min(1).max(8),
  salt: z.base64().min(16),
  wrapped: z.base64(),
});
export type WrappedKey = z.infer<typeof WrappedKey>;

/** Whether a passphrase has too few characters, counted after Unicode's NFKC (NIST SP 800-63B, section 3.1.1.2). */
export function isTooShort(passphrase: string): boolean {
  return Array.from(passphrase.normalize('NFKC')).length < PASSPHRASE_MIN;
}

/** Puts a key under a passphrase. */
export async function wrapKey(
  random: Random,
  cost: Argon2Cost,
  { key, passphrase }: { key: Buffer; passphrase: string },
): Promise<WrappedKey> {
  const salt = random.bytes(SALT_BYTES).toString('base64');
  const under = await derive(passphrase, { ...cost, salt });
  const wrapped = sealEnvelope(random, under, BOUND_TO, key).toString('base64');
  return { kdf: 'argon2id', ...cost, salt, wrapped };
}

/** The key, or null where the passphrase is another one. */
export async function unwrapKey(wrappedKey: WrappedKey, passphrase: string): Promise<Buffer | null> {
  const under = await derive(passphrase, wrappedKey);
  return openEnvelope(under, BOUND_TO, Buffer.from(wrappedKey.wrapped, 'base64'));
}

async function derive(passphrase: string, { m, t, p, salt }: Argon2Cost & { salt: string }): Promise<Buffer> {
  const { argon2idAsync } = await import('@noble/hashes/argon2.js');
  const options = { m, t, p, dkLen: KEY_BYTES, asyncTick: TICK };
  return Buffer.from(await argon2idAsync(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), options));
}
