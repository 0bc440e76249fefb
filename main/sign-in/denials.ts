import type { ErrorParams } from '../../shared/errors.ts';

type Reason = ErrorParams['sign-in-denied']['reason'];

/** The errors of RFC 6749 (4.1.2.1, 5.2) and OpenID Connect Core (3.1.2.6). */
const ERRORS = new Map<string, Reason>([
  ['access_denied', 'denied'],
  ['consent_required', 'consent-needed'],
  ['interaction_required', 'consent-needed'],
  ['temporarily_unavailable', 'temporary'],
  ['server_error', 'temporary'],
  ['invalid_client', 'set-up'],
  ['unauthorized_client', 'set-up'],
  ['invalid_scope', 'set-up'],
  ['unsupported_response_type', 'set-up'],
]);

/** Microsoft's numbers, which say more (learn.microsoft.com, Microsoft Entra authentication and authorization error codes). */
const AADSTS = new Map<string, Reason>([
  ['65001', 'consent-needed'],
  ['65004', 'denied'],
  ['50105', 'admin-needed'],
  ['90093', 'admin-needed'],
  ['90094', 'admin-needed'],
  ['90095', 'admin-needed'],
  ['900941', 'admin-needed'],
  ['90033', 'temporary'],
  ['50011', 'set-up'],
  ['50020', 'set-up'],
  ['50194', 'set-up'],
  ['70001', 'set-up'],
  ['70011', 'set-up'],
  ['650053', 'set-up'],
  ['700016', 'set-up'],
  ['7000218', 'set-up'],
]);

/** Why a provider said no, by its `error` and `error_description`; nothing of their text goes further. */
export function denialOf(error: string, description = ''): Reason {
  const number = /^AADSTS(\d{4,8})\b/.exec(description)?.[1] ?? '';
  return AADSTS.get(number) ?? ERRORS.get(error) ?? 'other';
}
