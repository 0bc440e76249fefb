import type { AccountParts } from '../accounts/parts.ts';
import type { Tokens } from '../sign-in/tokens.ts';

/** What the rules about ways work with. */
export interface WayParts extends AccountParts {
  tokens: Tokens;
  /** The application's id in Microsoft Entra that this build was made with; empty where it has none. */
  clientId: string;
}
