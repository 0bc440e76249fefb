import * as z from 'zod';

/** Everything that takes codes to identifiers, by its name in the store, best first. */
export const CarrierName = z.enum(['graph', 'smtp', 'twilio', 'azure', 'webhook', 'local-mailbox']);
export type CarrierName = z.infer<typeof CarrierName>;

/** Everything that signs people in, by its name in the store. */
export const ProviderName = z.enum(['microsoft', 'openid']);
export type ProviderName = z.infer<typeof ProviderName>;

/** How strong a proof is, weakest first (security: C15). `practice`: by a code that never left this computer. */
export const ProofStrength = z.enum(['practice', 'text-message', 'email', 'sign-in']);
export type ProofStrength = z.infer<typeof ProofStrength>;
