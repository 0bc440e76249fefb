import { findSetUp } from '../store/ways.ts';
import { notSent, type Carrier, type Outcome, type Parcel } from './carrier.ts';
import type { CarrierParts } from './carriers.ts';
import { ask } from './http.ts';
import { outcomeOf } from './http-outcome.ts';
import type { CodeMessage } from './message.ts';
import { codesIn } from './said.ts';
import { sendWithToken } from './send-with-token.ts';

/**
 * Mail from a signed-in Microsoft account, by `sendMail` of Microsoft Graph. One at a time: an app may have four requests
 * under way in a mailbox and send 30 messages a minute (security: D8).
 */
export function createGraphCarrier(parts: CarrierParts): Carrier {
  let last: Promise<unknown> = Promise.resolve();
  return {
    name: 'graph',
    send(parcel) {
      const sending = last.then(() => send(parts, parcel));
      last = sending.catch(() => {});
      return sending;
    },
  };
}

async function send({ store, tokens, fetch, endpoints, clock }: CarrierParts, parcel: Parcel): Promise<Outcome> {
  const setUp = findSetUp(store.read, 'graph');
  if (setUp === null) return notSent('not-set-up');
  const { identifier, message, signal } = parcel;
  const body = JSON.stringify({ message: mailTo(identifier.address, message), saveToSentItems: false });
  return sendWithToken(tokens, { account: setUp.accountId, use: 'graph-mail', signal }, async (token) => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const heard = await ask(fetch, `${endpoints.graph}/v1.0/me/sendMail`, { method: 'POST', headers, body, signal });
    const outcome = outcomeOf(heard, { now: clock.now(), hidden: [...codesIn(message), token], taken: 202 });
    const isRecipient = 'answer' in heard && heard.answer.body.includes('"ErrorInvalidRecipients"');
    return isRecipient && outcome.kind === 'not-sent' ? { ...outcome, reason: 'recipient-refused' } : outcome;
  });
}

/** A mail as Graph's resource type `message` has it. */
function mailTo(address: string, { subject, text, html }: CodeMessage) {
  return {
    subject,
    body: html === undefined ? { contentType: 'Text', content: text } : { contentType: 'HTML', content: html },
    toRecipients: [{ emailAddress: { address } }],
  };
}
