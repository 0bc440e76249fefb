import type { ProviderName } from '../../shared/domain/names.ts';
import type { Store } from '../store/database.ts';
import { findSetUp } from '../store/ways.ts';
import { ENDPOINTS, type Endpoints } from '../endpoints.ts';
import type { SignInUse } from './sign-ins.ts';

/** A provider as it is set up. */
export type Provider =
  | { name: 'microsoft'; clientId: string; tenant: string; issuer: URL }
  | { name: 'openid'; clientId: string; mailScope: string; issuer: URL };

/** What says how providers are set up. */
export interface ProviderParts {
  store: Store;
  endpoints: Endpoints;
  /** The application's id in Microsoft Entra that the build was made with; empty for none. */
  clientId: string;
}

/** The provider as it is set up now; null where it is not. */
export function findProvider(parts: ProviderParts, name: ProviderName): Provider | null {
  return name === 'microsoft' ? microsoft(parts) : openId(parts);
}

function microsoft({ store, clientId: built }: ProviderParts): Provider | null {
  const { clientId, tenant } = findSetUp(store.read, 'microsoft') ?? { clientId: built, tenant: 'common' };
  // The issuer is Microsoft's own wherever its documents are read from.
  const issuer = URL.parse(`${ENDPOINTS.microsoft}/${encodeURIComponent(tenant)}/v2.0`);
  return clientId === '' || issuer === null ? null : { name: 'microsoft', clientId, tenant, issuer };
}

function openId({ store }: ProviderParts): Provider | null {
  const setUp = findSetUp(store.read, 'openid');
  const issuer = URL.parse(setUp?.issuer ?? '');
  if (setUp === null || issuer === null) return null;
  const { clientId, mailScope } = setUp;
  return { name: 'openid', clientId, mailScope, issuer };
}

/** What is asked for, and no more (security: O9); Microsoft gives a token for one service only. */
export function scopeOf(provider: Provider, use: SignInUse): string {
  const mail = use === 'identity' ? '' : `offline_access ${mailScope(provider, use)}`;
  if (provider.name === 'openid') return `openid profile email ${mail}`.trim();
  // Name and picture are Graph's, and so is its mail.
  return use === 'smtp-mail' ? `openid profile ${mail}` : `openid profile User.Read ${mail}`.trim();
}

/** What allows sending mail; empty where the provider has nothing for it. */
export function mailScope(provider: Provider, use: Exclude<SignInUse, 'identity'>): string {
  if (provider.name === 'openid') return provider.mailScope;
  return use === 'graph-mail' ? 'https://graph.microsoft.com/Mail.Send' : 'https://outlook.office.com/SMTP.Send';
}

/**
 * How the provider's page begins, so that the person can always choose whom to sign in. Signing in anew is what every
 * provider knows (OpenID Connect Core, 15.1), and offline access needs consent (11); Microsoft has a page to choose an
 * account, and asks for consent by itself.
 */
export function promptOf(provider: Provider, use: SignInUse, hint: string | null): string | null {
  if (provider.name === 'microsoft') return hint === null ? 'select_account' : null;
  return use === 'identity' ? 'login' : 'login consent';
}
