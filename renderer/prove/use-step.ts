import { useEffect } from 'react';
import type { Account } from '../../shared/domain/account.ts';
import type { Challenge, Purpose } from '../../shared/domain/challenge.ts';
import { useSnapshot } from '../stores/snapshot.ts';
import type { Step, Wish } from '../stores/steps.ts';
import { useView } from '../stores/view.ts';

/** The open challenges of a purpose, newest first. */
export function useOpenChallenges(purpose: Purpose): Challenge[] {
  const challenges = useSnapshot((snapshot) => snapshot.challenges);
  return challenges.filter((challenge) => challenge.purpose === purpose);
}

/** Where proving an identifier stands; when it has not begun, it resumes the newest open challenge. */
export function useStep(purpose: 'sign-in' | 'link'): Step {
  const newest = useOpenChallenges(purpose)[0];
  return useKeptStep(purpose, newest ? verifyStep(purpose, newest) : { step: 'enter' });
}

/** Where proving an account once more stands; when it has not begun, it resumes the account's open challenge. */
export function useProveAgainStep({ id, identifier }: Account): Step {
  const open = useOpenChallenges('prove-again').find((challenge) => challenge.identifier.value === identifier.value);
  const wish: Wish = { purpose: 'prove-again', accountId: id };
  return useKeptStep(
    'prove-again',
    open ? { step: 'verify', wish, challenge: open } : { step: 'choose', wish, ways: [] },
  );
}

/** The step that goes on with an open challenge. */
export function verifyStep(purpose: 'sign-in' | 'link', challenge: Challenge): Step {
  return { step: 'verify', wish: { purpose, identifier: challenge.identifier.display }, challenge };
}

function useKeptStep(purpose: Purpose, fresh: Step): Step {
  const kept = useView((view) => view.steps[purpose]);
  const begun = kept !== null;
  useEffect(() => {
    // From here on the step stays, also when its challenge ends and leaves the snapshot.
    if (!begun) useView.getState().setStep(purpose, fresh);
  });
  return kept ?? fresh;
}

/** The challenge as main has it now, or as last known where it is no longer open or not yet read. */
export function useChallenge(known: Challenge): Challenge {
  return useSnapshot((snapshot) => snapshot.challenges.find((challenge) => challenge.id === known.id)) ?? known;
}
