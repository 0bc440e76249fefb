import * as z from 'zod';
import type { SendFailure } from '../../shared/domain/challenge.ts';
import { findSetUp } from '../store/ways.ts';
import { timeLimit, wait } from '../wait.ts';
import { notSent, type Carrier, type Delivery, type Outcome, type Parcel } from './carrier.ts';
import type { CarrierParts } from './carriers.ts';
import { jsonIn, openLine, type Line } from './http.ts';
import { outcomeOf, type Context } from './http-outcome.ts';
import { codesIn, inOneLine } from './said.ts';
import { openTwilio, type TwilioAccess } from './twilio-client.ts';

/** When it is asked whether a message arrived: after so many ms each, together as long as a code lives. */
const PAUSES = [2_000, 3_000, 5_000, 10_000, 20_000, 20_000, 60_000, 120_000, 180_000, 180_000];
/** The longest that one such question may take, in ms. */
const QUESTION_LIMIT = 30_000;

/**
 * Text messages by Twilio, through its own client. Twilio has no key by which it would know a request again, so what may
 * have been taken is never asked for twice (security: D3, D9).
 */
export function createTwilioCarrier(parts: CarrierParts): Carrier {
  return { name: 'twilio', send: (parcel) => send(parts, parcel) };
}

async function send(parts: CarrierParts, { identifier, message, signal }: Parcel): Promise<Outcome> {
  const { store, vault, fetch, endpoints, clock } = parts;
  const setUp = findSetUp(store.read, 'twilio');
  if (setUp === null) return notSent('not-set-up');
  await vault.ready();
  const secret = vault.read({ owner: 'twilio', purpose: 'password' });
  if (secret === null) return notSent('secret-missing');
  const access = { setUp, secret, origin: endpoints.twilio };
  const hidden = [...codesIn(message), secret];
  const line = openLine(fetch, signal);
  try {
    const client = await openTwilio(access, line);
    const { sid, status } = await client.create({ to: identifier.address, text: message.text });
    return { kind: 'sent', said: status, follow: (until) => follow(parts, { access, sid, hidden }, until) };
  } catch {
    return outcomeOfLine(line, { now: clock.now(), hidden, taken: 201 });
  }
}

/** What the client made an error of: an answer, silence, or an account's SID that is none. */
function outcomeOfLine(line: Line, context: Context): Outcome {
  const heard = line.heard();
  if (heard === null) return notSent('set-up-wrong');
  // An answer that was cut off after its status is `sent`, and cannot be followed.
  const outcome = outcomeOf(heard, context);
  if (outcome.kind !== 'not-sent' || !('answer' in heard)) return outcome;
  const reason = reasonIn(heard.answer.body);
  return reason === null ? outcome : { ...outcome, reason };
}

// What Twilio's codes say more exactly than the status of an answer (twilio.com/docs/api/errors).
/** No valid number, opted out, not reachable from this sender, no mobile, a landline. */
const RECIPIENT = new Set([21211, 21265, 21610, 21612, 21614, 21635]);
/** The sender, the messaging service, the countries and the numbers that the account may send to. */
const SET_UP = new Set([21212, 21408, 21603, 21606, 21608, 21659, 21660, 21661, 21701, 21703, 21705]);
const Refusal = z.object({ code: z.int() });

function reasonIn(body: string): SendFailure | null {
  const refusal = Refusal.safeParse(jsonIn(body));
  if (!refusal.success) return null;
  if (RECIPIENT.has(refusal.data.code)) return 'recipient-refused';
  return SET_UP.has(refusal.data.code) ? 'set-up-wrong' : null;
}

/** Asks, less and less often, whether a message arrived; null where that is not told while its code lives. */
async function follow(
  { fetch, clock }: CarrierParts,
  { access, sid, hidden }: { access: TwilioAccess; sid: string; hidden: readonly string[] },
  signal: AbortSignal,
): Promise<Delivery> {
  for (const pause of PAUSES) {
    await wait(clock, pause, signal);
    if (signal.aborted) return null;
    const limit = timeLimit(clock, QUESTION_LIMIT, signal);
    const line = openLine(fetch, limit.signal);
    const client = await openTwilio(access, line);
    // A question without an answer is asked again.
    const found = await client.find(sid).catch(() => null);
    limit.end();
    if (found?.status === 'delivered') return { arrived: true };
    if (found?.status === 'undelivered' || found?.status === 'failed') {
      const said = inOneLine(found.errorMessage ?? '', hidden);
      return { arrived: false, ...(said !== null && { said }) };
    }
  }
  return null;
}
