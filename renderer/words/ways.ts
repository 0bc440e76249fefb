import { assertNever } from '../../shared/assert-never.ts';
import type { CarrierName } from '../../shared/domain/names.ts';
import type { FittingWay } from '../../shared/domain/way.ts';

/** What a way is called where one is chosen. */
export function wayWords({ strength, label }: FittingWay): string {
  switch (strength) {
    case 'sign-in':
      return `Sign in with ${label}`;
    case 'email':
      return `A code by email, from ${label}`;
    case 'text-message':
      return `A code by text message, by ${label}`;
    case 'practice':
      return 'A code in the Local mailbox';
    default:
      return assertNever(strength);
  }
}

/** What a proof by this way rests on, in one sentence (security: C15). */
export function riskWords({ strength, label }: Pick<FittingWay, 'strength' | 'label'>): string {
  switch (strength) {
    case 'sign-in':
      return `${label} confirms who you are. Strongest.`;
    case 'email':
      return 'Whoever reads this mailbox can confirm it.';
    case 'text-message':
      return 'Numbers can be taken over by SIM swap; use it where nothing else works.';
    case 'practice':
      return 'It never leaves this computer: it shows how linking works, and proves nothing.';
    default:
      return assertNever(strength);
  }
}

/** Why a way cannot be used now. */
export const wayProblemWords: Readonly<Record<NonNullable<FittingWay['problem']>, string>> = {
  'not-set-up': 'Not set up yet: it needs a client ID.',
  'secret-missing': 'Its password or key has to be entered again.',
  locked: 'Its password or key is locked. Unlock it with your passphrase.',
  'sign-in-again': 'The account that sends its codes has to sign in again.',
};

/** What a carrier sends, in words; null for the local mailbox, which sends nothing. */
export function channelOf(carrier: CarrierName): 'email' | 'text message' | null {
  switch (carrier) {
    case 'smtp':
    case 'graph':
      return 'email';
    case 'twilio':
    case 'azure':
    case 'webhook':
      return 'text message';
    case 'local-mailbox':
      return null;
    default:
      return assertNever(carrier);
  }
}
