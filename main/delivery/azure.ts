import type { SmsClient, SmsClientOptions, SmsSendResult } from '@azure/communication-sms';
import { findSetUp } from '../store/ways.ts';
import { notSent, type Carrier, type Outcome, type Parcel } from './carrier.ts';
import type { CarrierParts } from './carriers.ts';
import { openLine, type Line } from './http.ts';
import { outcomeOf, type Context } from './http-outcome.ts';
import { codesIn } from './said.ts';

/**
 * Text messages by Azure Communication Services, through its own client, which signs each request with the key of the
 * connection string. Whether a message arrived is told to a server by Azure Event Grid only, so it is not known here.
 */
export function createAzureCarrier(parts: CarrierParts): Carrier {
  return { name: 'azure', send: (parcel) => send(parts, parcel) };
}

async function send({ store, vault, fetch, clock }: CarrierParts, parcel: Parcel): Promise<Outcome> {
  const setUp = findSetUp(store.read, 'azure');
  if (setUp === null) return notSent('not-set-up');
  await vault.ready();
  const secret = vault.read({ owner: 'azure', purpose: 'password' });
  if (secret === null) return notSent('secret-missing');
  const { identifier, message, signal } = parcel;
  const line = openLine(fetch, signal);
  const key = secret.replace(/^.*accesskey=/i, '');
  const context = () => ({ now: clock.now(), hidden: [...codesIn(message), key] });
  try {
    const client = await openClient(secret, line);
    const wish = { from: setUp.from, to: [identifier.address], message: message.text };
    // The client gives each message a `repeatabilityRequestId`, by which Azure sends it once at most.
    const [result] = await client.send(wish, { enableDeliveryReport: false });
    return result === undefined ? { kind: 'unsure' } : outcomeFor(result, context());
  } catch {
    return outcomeOfLine(line, context());
  }
}

/** What Azure says of the one recipient; the request as a whole was taken. */
function outcomeFor({ successful, httpStatusCode, errorMessage }: SmsSendResult, context: Context): Outcome {
  const answer = { status: httpStatusCode, headers: new Headers(), body: errorMessage ?? '' };
  const outcome = outcomeOf({ answer }, context);
  if (outcome.kind === 'sent') return successful ? outcome : { kind: 'unsure' };
  const isRecipient = outcome.kind === 'not-sent' && outcome.reason === 'refused';
  return isRecipient ? { ...outcome, reason: 'recipient-refused' } : outcome;
}

/** What the client made an error of: an answer, silence, or a connection string that it could not read. */
function outcomeOfLine(line: Line, context: Context): Outcome {
  const heard = line.heard();
  if (heard === null) return notSent('set-up-wrong');
  const outcome = outcomeOf(heard, context);
  // Taken, and then the answer for the recipient was cut off.
  return outcome.kind === 'sent' ? { kind: 'unsure' } : outcome;
}

type HttpClient = NonNullable<SmsClientOptions['httpClient']>;
type HttpHeaders = Awaited<ReturnType<HttpClient['sendRequest']>>['headers'];

/** Azure's client on a line of ours, which asks once (security: D3). */
async function openClient(connection: string, line: Line): Promise<SmsClient> {
  const { SmsClient } = await import('@azure/communication-sms');
  const httpClient: HttpClient = {
    async sendRequest(request) {
      // Said by the network itself; Chromium refuses both from anybody else.
      const { host: _host, 'accept-encoding': _encoding, ...headers } = request.headers.toJSON();
      const body = typeof request.body === 'string' ? { body: request.body } : {};
      const answer = await line.ask(request.url, { method: request.method, headers, ...body });
      return { request, status: answer.status, headers: headersOf(answer.headers), bodyAsText: answer.body };
    },
  };
  return new SmsClient(connection, { httpClient, retryOptions: { maxRetries: 0 }, redirectOptions: { maxRetries: 0 } });
}

/** The headers of an answer as Azure's client reads them. */
function headersOf(headers: Headers): HttpHeaders {
  return {
    get: (name) => headers.get(name) ?? undefined,
    has: (name) => headers.has(name),
    set: (name, value) => headers.set(name, String(value)),
    delete: (name) => headers.delete(name),
    toJSON: () => Object.fromEntries(headers),
    [Symbol.iterator]: () => headers.entries(),
  };
}
