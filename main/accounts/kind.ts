import type { AccountKind } from '../../shared/domain/account.ts';

// Domains that Microsoft gives to persons only; `hotmail` and `live` under many countries.
const PERSONAL = /@(?:outlook\.com|msn\.com|passport\.com|(?:hotmail|live)(?:\.[a-z]{2,3}){1,2})$/;

/** Whose account an identifier (in normal form) is, as far as it shows; the person can say it otherwise. */
export function kindOf(identifier: string): AccountKind {
  return PERSONAL.test(identifier) ? 'personal' : 'unknown';
}
