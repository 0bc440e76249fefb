import * as z from 'zod';
import type { AccountKind } from '../../shared/domain/account.ts';
import { issuerOfTenant, PERSONAL_TENANT } from './issuer.ts';
import type { Provider } from './providers.ts';

/** Who signed in, by a token that was checked. */
export interface Identity {
  issuer: string;
  /** The person at this issuer; with it the only thing that tells people apart (security: O7). */
  subject: string;
  /** Microsoft's ids of the organisation and of the person in it; null elsewhere. */
  tenant: string | null;
  objectId: string | null;
  kind: AccountKind;
  /** The address or number the provider shows for this person: a name to be shown, and no proof of an address. */
  username: string | null;
  /** What the person is called; empty where that is not told. */
  name: string;
}

/** At most what a subject may have by OpenID Connect Core (2), and what an address or a name reasonably has. */
const subject = z.string().min(1).max(255);
const shown = z.string().max(320);
/** What ends a line or turns the words beside it around (Unicode Standard Annex #9): in a name it is there to mislead. */
const MISLEADING = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu;
const address = shown.refine((text) => text.search(MISLEADING) < 0);

/** What a provider calls a person, in one line that reads as it is written. */
export const PersonName = shown.transform((name) => name.replace(MISLEADING, ' ').trim());

const Claims = z.object({
  iss: z.string(),
  sub: subject,
  azp: z.string().optional(),
  name: PersonName.optional().catch(undefined),
  preferred_username: address.optional().catch(undefined),
  email: address.optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
});

/** Microsoft's ids are not all UUIDs of a known version: those of personal accounts have none. */
const MicrosoftClaims = Claims.extend({ tid: z.guid().lowercase(), oid: z.guid().toLowerCase() });

const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** Reads who signed in from the claims of a token that was checked; null where they are not as the provider documents them. */
export function identityOf(provider: Provider, claims: unknown): Identity | null {
  const identity = provider.name === 'microsoft' ? fromMicrosoft(provider, claims) : fromOpenId(claims);
  // The library checks this of a token for several audiences only (OpenID Connect Core, 3.1.3.7, 5).
  const { azp = provider.clientId } = Claims.safeParse(claims).data ?? {};
  return azp === provider.clientId ? identity : null;
}

function fromMicrosoft(provider: Provider & { name: 'microsoft' }, claims: unknown): Identity | null {
  const { data } = MicrosoftClaims.safeParse(claims);
  // The tenant is tied to the issuer, and by it to the keys (learn.microsoft.com, Access tokens, "Validate the issuer").
  if (!data || data.iss !== issuerOfTenant(data.tid)) return null;
  const isPersonal = data.tid === PERSONAL_TENANT;
  if (isPersonal && provider.tenant === 'organizations') return null;
  return {
    issuer: data.iss,
    subject: data.sub,
    tenant: data.tid,
    objectId: data.oid,
    kind: isPersonal ? 'personal' : 'work',
    username: data.preferred_username ?? null,
    name: data.name ?? '',
  };
}

function fromOpenId(claims: unknown): Identity | null {
  const { data } = Claims.safeParse(claims);
  if (!data) return null;
  return {
    issuer: data.iss,
    subject: data.sub,
    tenant: null,
    objectId: null,
    kind: 'unknown',
    username: usernameOf(data),
    name: data.name ?? '',
  };
}

/** An address that the provider has verified goes before a name, and a name before an address that it has not. */
function usernameOf({ email, email_verified: verified, preferred_username: username }: z.infer<typeof Claims>) {
  if (email !== undefined && verified === true) return email;
  if (username !== undefined && ADDRESS.test(username)) return username;
  return email ?? null;
}
