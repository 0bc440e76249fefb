import type { AccountParts } from '../accounts/parts.ts';
import type { ProviderParts } from '../sign-in/providers.ts';
import type { Tokens } from '../sign-in/tokens.ts';

/** What the rules about ways work with. */
export interface WayParts extends AccountParts, ProviderParts {
  tokens: Tokens;
}
