import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Random } from '../ports.ts';

const CIPHER = 'aes-256-gcm';
const VERSION = Buffer.from([1]);
const [NONCE_BYTES, TAG_BYTES] = [12, 16];
const HEAD_BYTES = VERSION.length + NONCE_BYTES + TAG_BYTES;

/** How long a key of an envelope is, in bytes. */
export const KEY_BYTES = 32;

/**
 * Seals bytes: a version, a nonce, AES-256-GCM's tag (NIST SP 800-38D), then the ciphertext. `boundTo` says what they
 * are, and nothing else opens them, so that two envelopes cannot be swapped (security: K6).
 */
export function sealEnvelope(random: Random, key: Buffer, boundTo: string, content: Buffer): Buffer {
  const nonce = random.bytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(associated(boundTo));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([VERSION, nonce, cipher.getAuthTag(), body]);
}

/** What was sealed; null where key, purpose or any byte is another one. */
export function openEnvelope(key: Buffer, boundTo: string, envelope: Buffer): Buffer | null {
  if (envelope.length < HEAD_BYTES || envelope[0] !== VERSION[0]) return null;
  const nonce = envelope.subarray(VERSION.length, VERSION.length + NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(associated(boundTo))
    .setAuthTag(envelope.subarray(VERSION.length + NONCE_BYTES, HEAD_BYTES));
  const body = decipher.update(envelope.subarray(HEAD_BYTES));
  try {
    return Buffer.concat([body, decipher.final()]);
  } catch {
    return null;
  }
}

function associated(boundTo: string): Buffer {
  return Buffer.concat([VERSION, Buffer.from(boundTo)]);
}
