import type { Identifier } from '../../shared/domain/account.ts';
import { showEmail } from './email.ts';
import type { ParsedIdentifier } from './parse.ts';
import { showPhone } from './phone.ts';

/** An identifier as the contract shows it; typing its `display` gives the same identifier again. */
export function showIdentifier({ kind, value, address }: ParsedIdentifier): Identifier {
  return { kind, value, display: kind === 'email' ? showEmail(address) : showPhone(value) };
}
