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
