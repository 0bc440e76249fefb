import type { CarrierName, ProofStrength } from '../../shared/domain/names.ts';
import { reaches } from './choose.ts';

/** How strong a code by this carrier is as a proof (security: C15). */
export function strengthOfCarrier(carrier: CarrierName): ProofStrength {
  if (reaches(carrier, 'email')) return 'email';
  return reaches(carrier, 'phone') ? 'text-message' : 'practice';
}
