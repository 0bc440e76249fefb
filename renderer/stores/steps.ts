import type { AccountId } from '../../shared/domain/account.ts';
import type { Challenge } from '../../shared/domain/challenge.ts';
import type { ProviderName } from '../../shared/domain/names.ts';
import type { FittingWay } from '../../shared/domain/way.ts';
import type { AppError } from '../../shared/errors.ts';

/** Who is to be proven: by an identifier as typed (empty takes whoever signs in), or an account that is there. */
export type Wish =
  | { purpose: 'sign-in' | 'link'; identifier: string }
  | { purpose: 'prove-again'; accountId: AccountId };

/** A sign-in in the system browser. */
export interface BrowserStep {
  step: 'browser';
  wish: Wish;
  provider: ProviderName;
  /** What the provider is called. */
  label: string;
  /** Why it came to nothing; null while it is under way. */
  refusal: AppError | null;
  /** Where it began, and where `Cancel` and `Back` lead. */
  back: Step;
}

/** Where proving stands. Ways and challenge are as last known; main has them as they are now. */
export type Step =
  /** `refusal` is why what was typed cannot be proven, where that came out only later. */
  | { step: 'enter'; refusal?: AppError }
  | { step: 'choose'; wish: Wish; ways: readonly FittingWay[] }
  | BrowserStep
  | { step: 'verify'; wish: Wish; challenge: Challenge }
  | { step: 'proven'; accountId: AccountId };

/** What is kept of a step when its dialog is closed: it opens where it was left, unless there is nothing to keep. */
export function keptStep(step: Step | null, typed: string | undefined): Step | null {
  switch (step?.step) {
    case 'enter':
      return typed ? { step: 'enter' } : null;
    case 'choose':
      return step.wish.purpose === 'prove-again' ? null : step;
    case 'browser':
      // What came of it has been read; the attempt itself goes on.
      return step.refusal === null ? step : keptStep(step.back, typed);
    case 'proven':
      return null;
    default:
      return step ?? null;
  }
}

/** Whether a step is about this account. */
export function isAbout(step: Step | null, accountId: AccountId): boolean {
  return step !== null && 'wish' in step && step.wish.purpose === 'prove-again' && step.wish.accountId === accountId;
}
