import * as z from 'zod';
import { refuse, type Result } from '../../shared/errors.ts';
import type { Channel } from './channel.ts';
import { denialOf } from './denials.ts';

/** Why the conversation with a provider came to nothing. */
export type ProtocolRefusal = 'sign-in-unreachable' | 'sign-in-invalid' | 'sign-in-denied';

/** What the library says where the provider answered with an error of OAuth. */
const Denial = z.object({
  code: z.enum(['OAUTH_AUTHORIZATION_RESPONSE_ERROR', 'OAUTH_RESPONSE_BODY_ERROR']),
  error: z.string(),
  error_description: z.string().optional(),
});
const Coded = z.object({ code: z.string() });
/** What it says where a claim, or the issuer of a discovery document, is another than expected. */
const AboutIssuer = z.union([
  z.object({ cause: z.object({ attribute: z.literal('issuer') }) }),
  z.object({ cause: z.object({ cause: z.object({ claim: z.literal('iss') }) }) }),
]);

/**
 * Makes a refusal of what the library threw. Its errors carry tokens, so that nothing of them is kept: neither text nor
 * cause (security: O11).
 */
export function failureOf(error: unknown, channel?: Pick<Channel, 'isBroken'>): Result<never, ProtocolRefusal> {
  if (channel?.isBroken === true) return refuse('sign-in-unreachable');
  const denial = Denial.safeParse(error).data;
  if (denial) return refuse('sign-in-denied', { reason: denialOf(denial.error, denial.error_description) });
  if (AboutIssuer.safeParse(error).success) return refuse('sign-in-invalid', { reason: 'issuer' });
  switch (Coded.safeParse(error).data?.code) {
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return refuse('sign-in-invalid', { reason: 'clock' });
    // No answer of a provider at all: a page of a proxy, an address that is not there.
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
    case 'OAUTH_RESPONSE_IS_NOT_JSON':
      return refuse('sign-in-unreachable');
    default:
      return refuse('sign-in-invalid', { reason: 'token' });
  }
}
