import { useEffect } from 'react';
import type { Challenge, Purpose } from '../../shared/domain/challenge.ts';
import { useSnapshot } from '../stores/snapshot.ts';
import { type Step, useView } from '../stores/view.ts';

/** The open challenges of a purpose, newest first. */
export function useOpenChallenges(purpose: Purpose): Challenge[] {
  const challenges = useSnapshot((snapshot) => snapshot.challenges);
  return challenges.filter((challenge) => challenge.purpose === purpose);
}

/** Where proving stands; when it has not begun, it resumes the newest open challenge. */
export function useStep(purpose: Purpose): Step {
  const kept = useView((view) => view.steps[purpose]);
  const newest = useOpenChallenges(purpose)[0];
  const step: Step = kept ?? (newest ? { step: 'verify', challenge: newest } : { step: 'enter' });
  const begun = kept !== null;
  useEffect(() => {
    // From here on the step stays, also when its challenge ends and leaves the snapshot.
    if (!begun) useView.getState().setStep(purpose, step);
  });
  return step;
}

/** The challenge as main has it now, or as last known where it is no longer open or not yet read. */
export function useChallenge(known: Challenge): Challenge {
  return useSnapshot((snapshot) => snapshot.challenges.find((challenge) => challenge.id === known.id)) ?? known;
}
