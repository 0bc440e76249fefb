import type { AccountId } from '../../shared/domain/account.ts';
import { findSetUp } from '../store/ways.ts';
import type { Carrier, Outcome, Parcel } from './carrier.ts';
import type { CarrierParts } from './carriers.ts';
import { ask } from './http.ts';
import { notSent, outcomeOf } from './http-outcome.ts';
import { codesIn } from './said.ts';

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

async function send(parts: CarrierParts, parcel: Parcel): Promise<Outcome> {
  const setUp = findSetUp(parts.store.read, 'graph');
  if (setUp === null) return notSent('not-set-up');
  const first = await attempt(parts, setUp.accountId, parcel);
  if (!isRefusedLogin(first)) return first;
  // A token may be called back before its time is over; a fresh one tells that from an account that is no longer let in.
  parts.tokens.forget(setUp.accountId, 'graph-mail');
  const second = await attempt(parts, setUp.accountId, parcel);
  return isRefusedLogin(second) ? { ...second, reason: 'sign-in-again' } : second;
}

async function attempt(
  { tokens, fetch, endpoints, clock }: CarrierParts,
  account: AccountId,
  { identifier, message, signal }: Parcel,
): Promise<Outcome> {
  const token = await tokens.access(account, 'graph-mail');
  if (!token.ok) {
    const { reason } = token;
    return reason === 'unreachable' ? { kind: 'not-sent', reason, retry: { after: null } } : notSent(reason);
  }
  const { subject, text, html } = message;
  const mail = {
    subject,
    body: html === undefined ? { contentType: 'Text', content: text } : { contentType: 'HTML', content: html },
    toRecipients: [{ emailAddress: { address: identifier.address } }],
  };
  const heard = await ask(fetch, `${endpoints.graph}/v1.0/me/sendMail`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token.value}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ message: mail, saveToSentItems: false }),
    signal,
  });
  const outcome = outcomeOf(heard, { now: clock.now(), hidden: [...codesIn(message), token.value] });
  const isRecipient = 'answer' in heard && heard.answer.body.includes('"ErrorInvalidRecipients"');
  return isRecipient && outcome.kind === 'not-sent' ? { ...outcome, reason: 'recipient-refused' } : outcome;
}

type NotSent = Extract<Outcome, { kind: 'not-sent' }>;

function isRefusedLogin(outcome: Outcome): outcome is NotSent {
  return outcome.kind === 'not-sent' && outcome.reason === 'login-refused';
}
