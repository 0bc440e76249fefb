import type RequestClient from 'twilio/lib/base/RequestClient.js';
import * as z from 'zod';
import type { TwilioSetUp } from '../../shared/domain/way.ts';
import type { Line } from './http.ts';

const Form = z.record(z.string(), z.string());

/** A message as Twilio keeps it. */
const Message = z.object({
  sid: z.string(),
  /** `queued`, `sent`, `delivered` and others, which may become more. */
  status: z.string().max(40),
  errorMessage: z.string().nullish(),
});
type TwilioMessage = z.infer<typeof Message>;

/** The two requests that are made of Twilio; each rejects where the answer is not what it should be. */
export interface TwilioClient {
  create(wish: { to: string; text: string }): Promise<TwilioMessage>;
  find(sid: string): Promise<TwilioMessage>;
}

/** What a client is opened with: the set-up and its secret, and where Twilio is. */
export interface TwilioAccess {
  setUp: TwilioSetUp;
  secret: string;
  /** The address of the API, without a path. */
  origin: string;
}

/**
 * Twilio's own client for messages, on a line of ours in the place of its `RequestClient`: that one brings a network
 * stack which knows nothing of the system's proxy, and takes 80 ms to load.
 */
export async function openTwilio({ setUp, secret, origin }: TwilioAccess, line: Line): Promise<TwilioClient> {
  const { default: Api } = await import('twilio/lib/rest/Api.js');
  const { accountSid, keySid, from } = setUp;
  const login = Buffer.from(`${keySid || accountSid}:${secret}`).toString('base64');
  const request = async ({ method, uri, headers, data }: RequestClient.RequestOptions) => {
    const { pathname, search } = new URL(uri);
    const answer = await line.ask(`${origin}${pathname}${search}`, {
      method: method.toUpperCase(),
      headers: { ...headers, Authorization: `Basic ${login}` },
      ...(data === undefined ? {} : { body: new URLSearchParams(Form.parse(data)).toString() }),
    });
    return { statusCode: answer.status, body: answer.body, headers: {} };
  };
  const { messages } = new Api({ request }).v2010.accounts(accountSid);
  const sender = from.startsWith('MG') ? { messagingServiceSid: from } : { from };
  return {
    create: async ({ to, text }) => Message.parse(await messages.create({ to, body: text, ...sender })),
    find: async (sid) => Message.parse(await messages(sid).fetch()),
  };
}
