import type { ProviderName } from '../../shared/domain/names.ts';
import { ok, type Result } from '../../shared/errors.ts';
import type { SignInRefusal } from '../sign-in/sign-ins.ts';
import type { WayParts } from './parts.ts';

/** Signs in with a provider and tells who came, by the name that is shown there; nothing is kept of it. */
export async function trySignIn(
  { signIns }: WayParts,
  provider: ProviderName,
): Promise<Result<{ who: string; issuer: string }, SignInRefusal>> {
  const signedIn = await signIns.run({ provider, hint: null, use: 'identity' });
  if (!signedIn.ok) return signedIn;
  const { issuer, username, name, subject } = signedIn.value.identity;
  return ok({ who: username ?? (name || subject), issuer });
}
