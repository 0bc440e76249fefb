import * as z from 'zod';
import { AccountId, Instant } from './account.ts';
import { SendFailure } from './challenge.ts';
import { CarrierName, ProofStrength, ProviderName } from './names.ts';

/** Every way of proving an identifier: sign-in with a provider, or a code by a carrier; strongest first. */
export const WayName = z.enum([...ProviderName.options, ...CarrierName.options]);
export type WayName = z.infer<typeof WayName>;

/** The ways that have to be set up; the local mailbox has not. */
export const SetUpName = WayName.exclude(['local-mailbox']);
export type SetUpName = z.infer<typeof SetUpName>;

const text = z.string().max(1000);

/** Mail through an SMTP server. The secret is the password. */
export const SmtpSetUp = z.strictObject({
  name: z.literal('smtp'),
  host: text,
  port: z.int(),
  /** Implicit TLS, STARTTLS before anything else, or none; the last for this computer only (security: D5). */
  tls: z.enum(['implicit', 'starttls', 'none']),
  /** How it signs in at the server: not at all, with a password, or with the token of a signed-in account (XOAUTH2). */
  login: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('password'), user: text }),
    z.strictObject({ kind: z.literal('account'), accountId: AccountId }),
  ]),
  /** The address that codes come from. */
  from: text,
  /** A certificate authority to trust for this server beside the usual ones, in PEM; empty for none. */
  certificateAuthority: z.string().max(20_000),
});
export type SmtpSetUp = z.infer<typeof SmtpSetUp>;

/** Mail from a signed-in Microsoft account by Microsoft Graph. Its token is kept with the account. */
export const GraphSetUp = z.strictObject({ name: z.literal('graph'), accountId: AccountId });
export type GraphSetUp = z.infer<typeof GraphSetUp>;

/** The most text messages in 30 days, so that nobody runs up costs (security: D9). */
const perMonth = z.int();

/** Text messages by Twilio. The secret is the auth token, or that of the API key. */
export const TwilioSetUp = z.strictObject({
  name: z.literal('twilio'),
  accountSid: text,
  /** The SID of an API key; empty where the auth token is used. */
  keySid: text,
  /** A number in E.164, or the SID of a messaging service. */
  from: text,
  perMonth,
});
export type TwilioSetUp = z.infer<typeof TwilioSetUp>;

/** Text messages by Azure Communication Services. The secret is the connection string. */
export const AzureSetUp = z.strictObject({ name: z.literal('azure'), from: text, perMonth });
export type AzureSetUp = z.infer<typeof AzureSetUp>;

/** Text messages by a server of one's own. The secret signs each request. */
export const WebhookSetUp = z.strictObject({ name: z.literal('webhook'), address: text, perMonth });
export type WebhookSetUp = z.infer<typeof WebhookSetUp>;

/** Sign-in with Microsoft. No secret: the app is a public client (RFC 8252, section 8.5). */
export const MicrosoftSetUp = z.strictObject({
  name: z.literal('microsoft'),
  /** The application's id in Microsoft Entra. */
  clientId: text,
  /** `common`, `organizations`, `consumers`, or one tenant by its id or domain. */
  tenant: text,
});
export type MicrosoftSetUp = z.infer<typeof MicrosoftSetUp>;

/** Sign-in with any other OpenID Connect provider. */
export const OpenIdSetUp = z.strictObject({
  name: z.literal('openid'),
  /** What its button says after `Sign in with`. */
  label: text,
  issuer: text,
  clientId: text,
  /** The scope that allows its accounts to send mail by SMTP; empty where there is none. */
  mailScope: text,
});
export type OpenIdSetUp = z.infer<typeof OpenIdSetUp>;

/** How a way is set up, without its secret. What the fields mean is checked when it is saved. */
export const SetUp = z.discriminatedUnion('name', [
  MicrosoftSetUp,
  OpenIdSetUp,
  SmtpSetUp,
  GraphSetUp,
  TwilioSetUp,
  AzureSetUp,
  WebhookSetUp,
]);
export type SetUp = z.infer<typeof SetUp>;

/** What a server answered to a test. */
export const TestReport = z.strictObject({
  at: Instant,
  outcome: z.enum(['sent', 'unsure', 'not-sent']),
  /** Set where it was not sent. */
  failure: SendFailure.nullable(),
  /** The server's own words, in one line. */
  said: z.string().nullable(),
});
export type TestReport = z.infer<typeof TestReport>;

/** A way as its settings page shows it. */
export const ShownWay = z.strictObject({
  name: SetUpName,
  /** How strong a proof by it is. */
  strength: ProofStrength,
  /** Null where it is not set up. */
  setUp: SetUp.nullable(),
  /** `in-memory`: until Switchboard quits. `missing`: it has to be given again. `locked`: behind the passphrase. */
  secret: z.enum(['not-needed', 'kept', 'in-memory', 'missing', 'locked']),
  /** The last test since Switchboard started. */
  lastTest: TestReport.nullable(),
});
export type ShownWay = z.infer<typeof ShownWay>;

/** A way that fits an identifier. */
export const FittingWay = z.strictObject({
  name: WayName,
  strength: ProofStrength,
  /** What it is called: the provider's name, the address codes come from, or the service that sends them. */
  label: z.string(),
  /** Why it cannot be used now; null where it can. */
  problem: z.enum(['not-set-up', 'secret-missing', 'locked', 'sign-in-again']).nullable(),
});
export type FittingWay = z.infer<typeof FittingWay>;
