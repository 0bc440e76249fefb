import { assertNever } from '../../shared/assert-never.ts';
import type { SetUp } from '../../shared/domain/way.ts';
import { findPresent } from '../accounts/change.ts';
import { identifierOf } from '../accounts/parts.ts';
import type { ReadDb } from '../store/database.ts';

/** What a way is called: the provider's name, the address codes come from, or the service that sends them. */
export function labelOf(db: ReadDb, setUp: SetUp): string {
  switch (setUp.name) {
    case 'microsoft':
      return 'Microsoft';
    case 'openid':
      return setUp.label;
    case 'graph': {
      const account = findPresent(db, setUp.accountId);
      return account === null ? 'Microsoft Graph' : identifierOf(account).display;
    }
    case 'smtp':
      return setUp.from;
    case 'twilio':
      return 'Twilio';
    case 'azure':
      return 'Azure Communication Services';
    case 'webhook':
      return new URL(setUp.address).host;
    default:
      return assertNever(setUp);
  }
}
