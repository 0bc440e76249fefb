import * as z from 'zod';
import { AccountId } from './account.ts';

/** Our own id of a tab: a UUID in lower case. */
export const TabId = z.uuid().lowercase().brand('TabId');
export type TabId = z.infer<typeof TabId>;

/** What a page may be allowed, per account and origin; everything else is refused without asking (security: 2.1, 5). */
export const SitePermission = z.enum(['camera', 'microphone', 'location', 'clipboard-read', 'fullscreen']);
export type SitePermission = z.infer<typeof SitePermission>;

/** A page asks for something and waits for the person's answer. */
export const PermissionAsk = z.strictObject({
  id: z.uuid(),
  /** Who asks: scheme, host and port. */
  origin: z.string(),
  permissions: z.array(SitePermission).min(1),
});
export type PermissionAsk = z.infer<typeof PermissionAsk>;

/** Why a tab does not show its page as it should. */
export const TabProblem = z.discriminatedUnion('kind', [
  /** Its process is gone, and with it what was not saved there. */
  z.strictObject({ kind: z.literal('crashed') }),
  /** It has not answered for a while. */
  z.strictObject({ kind: z.literal('hung') }),
  /** `code` is Chromium's name for it, as `ERR_NAME_NOT_RESOLVED`. */
  z.strictObject({ kind: z.literal('not-loaded'), host: z.string(), code: z.string() }),
  /** The certificate of `host` does not hold; nothing was loaded (security: W9). */
  z.strictObject({ kind: z.literal('certificate'), host: z.string(), code: z.string() }),
  /** `host` asked for a user name, a domain login or a client certificate; it got none (security: W9). */
  z.strictObject({
    kind: z.literal('sign-in-refused'),
    host: z.string(),
    asked: z.enum(['password', 'domain-login', 'certificate']),
  }),
]);
export type TabProblem = z.infer<typeof TabProblem>;

/** A service open in an account's session, as it is shown. */
export const Tab = z.strictObject({
  id: TabId,
  accountId: AccountId,
  /** The service of the catalogue it was opened as; null for a page that a link led to. */
  serviceId: z.string().nullable(),
  /** The page's own title, at most 200 characters; empty until there is one. */
  title: z.string(),
  /** Where it is, whole. */
  address: z.string(),
  /** Hibernated: its page is closed, and comes back as it was when it is shown. */
  isAsleep: z.boolean(),
  isLoading: z.boolean(),
  canGoBack: z.boolean(),
  canGoForward: z.boolean(),
  /** In percent. */
  zoom: z.int(),
  isAudible: z.boolean(),
  /** What is found of the text searched for; null while nobody searches. */
  found: z.strictObject({ current: z.int(), total: z.int() }).nullable(),
  problem: TabProblem.nullable(),
  /** The page wants a sign-in bound to the device, or a passkey, which only a real browser has. */
  wantsBrowser: z.boolean(),
  asks: z.array(PermissionAsk),
});
export type Tab = z.infer<typeof Tab>;

/** The tabs of the active account. */
export const TabsState = z.strictObject({
  accountId: AccountId.nullable(),
  tabs: z.array(Tab),
  /** The tab that is shown; null where it is the dashboard. */
  shownId: TabId.nullable(),
});
export type TabsState = z.infer<typeof TabsState>;

/** Something a page gave to be saved. */
export const Download = z.strictObject({
  id: z.uuid(),
  accountId: AccountId,
  fileName: z.string(),
  receivedBytes: z.int().nonnegative(),
  /** Null where the server did not say. */
  totalBytes: z.int().nonnegative().nullable(),
  state: z.enum(['running', 'paused', 'done', 'cancelled', 'failed']),
});
export type Download = z.infer<typeof Download>;

/** What an account's person answered to an origin. */
export const SiteAnswer = z.strictObject({ origin: z.string(), permission: SitePermission, isAllowed: z.boolean() });
export type SiteAnswer = z.infer<typeof SiteAnswer>;
