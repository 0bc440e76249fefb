import { assertNever } from '../../shared/assert-never.ts';
import type { SetUp, SetUpName } from '../../shared/domain/way.ts';
import { senderOf } from '../../shared/sender-of.ts';
import { findProvider, type ProviderParts } from '../sign-in/providers.ts';
import type { SecretName } from '../store/secrets.ts';
import { findSetUp } from '../store/ways.ts';

/** How a way is set up: by the person, or sign-in with Microsoft by the build; null where it is not. */
export function setUpOf(parts: ProviderParts, name: SetUpName): SetUp | null {
  if (name !== 'microsoft') return findSetUp(parts.store.read, name);
  const provider = findProvider(parts, name);
  if (provider?.name !== name) return null;
  const { clientId, tenant } = provider;
  return { name, clientId, tenant };
}

/** Where the secret of a set-up is kept: with the account whose token it is, or with the way; null where it needs none. */
export function secretNameOf(setUp: SetUp): SecretName | null {
  const sender = senderOf(setUp);
  if (sender !== null) return { owner: sender, purpose: setUp.name === 'graph' ? 'graph-mail' : 'smtp-mail' };
  return takesSecret(setUp) ? { owner: setUp.name, purpose: 'password' } : null;
}

/** Whether the person gives this way a password or key. */
export function takesSecret(setUp: SetUp): boolean {
  switch (setUp.name) {
    case 'twilio':
    case 'azure':
    case 'webhook':
      return true;
    case 'smtp':
      return setUp.login.kind === 'password';
    case 'microsoft':
    case 'openid':
    case 'graph':
      return false;
    default:
      return assertNever(setUp);
  }
}
