import type RequestClient from 'twilio/lib/base/RequestClient.js';
import * as z from 'zod';
import type { TwilioSetUp } from '../../shared/domain/way.ts';
import type { Line } from './http.ts';

const Form = z.record(z.string(), z.string());

/** A message as Twilio keeps it. */
const Message = z.object({
  sid: z.string(),
  /** `queued`, `sent`, `delivered` and others, which may become more. */
  status: z.string(),
  errorMessage: z.string().nullish(),
});
export type TwilioMessage = z.infer<typeof Message>;

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

/** Twilio's own client on a line of ours; of its library the part that knows messages. */
export async function openTwilio({ setUp, secret, origin }: TwilioAccess, line: Line): Promise<TwilioClient> {
  const [{ default: Twilio }, { default: Api }] = await Promise.all([
    import('twilio/lib/base/BaseTwilio.js'),
    import('twilio/lib/rest/Api.js'),
  ]);
  const request = async ({ method, uri, username, password, headers, data }: RequestClient.RequestOptions) => {
    const { pathname, search } = new URL(uri);
    const login = Buffer.from(`${username}:${password}`).toString('base64');
    const answer = await line.ask(`${origin}${pathname}${search}`, {
      method: method.toUpperCase(),
      headers: { ...headers, Authorization: `Basic ${login}` },
      ...(data === undefined ? {} : { body: new URLSearchParams(Form.parse(data)).toString() }),
    });
    return { statusCode: answer.status, body: answer.body, headers: {} };
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `request` is all that Twilio asks of a client put in the place of its own
  const httpClient = { request } as unknown as RequestClient;
  const { accountSid, keySid, from } = setUp;
  const client = new Twilio.Client(keySid || accountSid, secret, { accountSid, httpClient });
  const { messages } = new Api(client).v2010.accounts(accountSid);
  const sender = from.startsWith('MG') ? { messagingServiceSid: from } : { from };
  return {
    create: async ({ to, text }) => Message.parse(await messages.create({ to, body: text, ...sender })),
    find: async (sid) => Message.parse(await messages(sid).fetch()),
  };
}
