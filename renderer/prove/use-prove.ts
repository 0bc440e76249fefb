import { useState } from 'react';
import type { FittingWay } from '../../shared/domain/way.ts';
import type { AppError } from '../../shared/errors.ts';
import { announce } from '../components/announce.tsx';
import { changePreferences } from '../stores/environment.ts';
import { notify } from '../stores/notices.ts';
import type { Step } from '../stores/steps.ts';
import { useView } from '../stores/view.ts';
import { wordsFor } from '../../shared/words/errors.ts';
import { isAboutIdentifier, isProvider, type rememberedAs } from './choose.ts';
import { signInWith } from './sign-in-with.ts';
import { start } from './start.ts';
import { useBlocked } from './use-blocked.ts';

/** Begins to prove by the way that was picked, and keeps why it could not. `remembered` is the preference to keep it in. */
export function useProve(step: Extract<Step, { step: 'choose' }>, remembered: ReturnType<typeof rememberedAs>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const blocked = useBlocked(error, () => setError(null));
  const { wish } = step;
  const { setStep } = useView.getState();

  async function prove({ name, label }: FittingWay): Promise<void> {
    const kept = await changePreferences({ [remembered]: name });
    if (!kept.ok) notify(wordsFor(kept.error), 'warning');
    if (isProvider(name)) return signInWith({ wish, provider: name, label, back: step });
    setBusy(true);
    const answer = await start(wish, name);
    setBusy(false);
    if (!answer.ok && isAboutIdentifier(wish, answer.error)) {
      return setStep(wish.purpose, { step: 'enter', refusal: answer.error });
    }
    if (!answer.ok) return setError(answer.error);
    announce(`A code is on its way to ${answer.value.identifier.display}.`);
    setStep(wish.purpose, { step: 'verify', wish, challenge: answer.value });
  }

  return { ...blocked, busy, error, prove };
}
