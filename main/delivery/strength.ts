import { assertNever } from '../../shared/assert-never.ts';
import type { CarrierName, ProofStrength } from '../../shared/domain/names.ts';

/** How strong a code by this carrier is as a proof (security: C15). */
export function strengthOfCarrier(carrier: CarrierName): ProofStrength {
  switch (carrier) {
    case 'local-mailbox':
      return 'practice';
    case 'twilio':
    case 'azure':
    case 'webhook':
      return 'text-message';
    case 'smtp':
    case 'graph':
      return 'email';
    default:
      return assertNever(carrier);
  }
}
