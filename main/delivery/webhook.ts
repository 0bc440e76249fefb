import { createHmac } from 'node:crypto';
import { findSetUp } from '../store/ways.ts';
import { notSent, type Carrier, type Outcome, type Parcel } from './carrier.ts';
import type { CarrierParts } from './carriers.ts';
import { ask } from './http.ts';
import { outcomeOf } from './http-outcome.ts';
import { codesIn } from './said.ts';

/** Text messages by a server of one's own, which is asked as Standard Webhooks 1.0.0 says (standardwebhooks.com). */
export function createWebhookCarrier(parts: CarrierParts): Carrier {
  return { name: 'webhook', send: (parcel) => send(parts, parcel) };
}

async function send({ store, vault, fetch, clock, random }: CarrierParts, parcel: Parcel): Promise<Outcome> {
  const setUp = findSetUp(store.read, 'webhook');
  if (setUp === null) return notSent('not-set-up');
  await vault.ready();
  const secret = vault.read({ owner: 'webhook', purpose: 'password' });
  if (secret === null) return notSent('secret-missing');
  // The code travels in it.
  if (!setUp.address.startsWith('https://')) return notSent('set-up-wrong');
  const { identifier, message, signal } = parcel;
  const now = clock.now();
  const id = random.uuid();
  const sentAt = new Date(now).toISOString();
  const body = JSON.stringify({ id, to: identifier.address, text: message.text, sentAt });
  const headers = { 'Content-Type': 'application/json', ...signatureOf({ id, at: now, body, secret }) };
  const heard = await ask(fetch, setUp.address, { method: 'POST', headers, body, signal });
  return outcomeOf(heard, { now: clock.now(), hidden: [...codesIn(message), secret] });
}

/**
 * The three headers that prove who asks: HMAC-SHA-256 over id, time and body, so that nothing in them can be changed or
 * used again later. The id is also what tells a server that it knows a request already. `at` is ms since 1970.
 */
function signatureOf({ id, at, body, secret }: { id: string; at: number; body: string; secret: string }) {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

/** The key of a secret as Standard Webhooks writes it, or the bytes of any other text. */
function keyOf(secret: string): Buffer {
  return secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret);
}
