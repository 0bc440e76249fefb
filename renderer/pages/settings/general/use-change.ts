import { useState } from 'react';
import type { PreferencesPatch } from '../../../../shared/domain/preferences.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { wordsFor } from '../../../../shared/words/errors.ts';
import { changePreferences } from '../../../stores/environment.ts';

/** Changes a preference at once. `refusal` is what its field says where main refused. */
export function useChange() {
  const [error, setError] = useState<AppError | null>(null);
  const change = async (patch: PreferencesPatch) => {
    const answer = await changePreferences(patch);
    setError(answer.ok ? null : answer.error);
  };
  const refusal = error ? ({ validationState: 'error', validationMessage: wordsFor(error) } as const) : {};
  return { change: (patch: PreferencesPatch) => void change(patch), refusal };
}
