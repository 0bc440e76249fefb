/** Why what was typed is no identifier. */
export const identifierRefusals = [
  'identifier-empty',
  'identifier-unrecognized',
  'email-invalid',
  'phone-impossible',
] as const;

/** Why a message is not sent. */
export const messageRefusals = ['carrier-off', 'resend-too-soon', 'too-many-sends', 'cost-cap-reached'] as const;

/** Why a code is not sent: wrong ones count too. */
export const codeRefusals = [...messageRefusals, 'too-many-tries'] as const;

/** What every sign-in with a provider may be refused with. */
export const providerRefusals = [
  'provider-not-set-up',
  'sign-in-cancelled',
  'sign-in-timed-out',
  'sign-in-denied',
  'sign-in-unreachable',
  'sign-in-invalid',
  'sign-in-no-port',
  'open-failed',
] as const;
