import { create } from 'zustand';
import type { Environment } from '../../shared/domain/environment.ts';
import type { Preferences, PreferencesPatch } from '../../shared/domain/preferences.ts';
import { api, onEvent } from '../ipc/client.ts';

interface EnvironmentState {
  /** Null until main answered. */
  environment: Environment | null;
  /** Null until main answered. */
  preferences: Preferences | null;
}

/** Where the app runs, and what the person prefers. */
export const useEnvironment = create<EnvironmentState>(() => ({ environment: null, preferences: null }));

/** Reads both and follows the preferences. Call what it returns to stop. */
export function startEnvironment(): () => void {
  const stop = onEvent((message) => {
    if (message.name === 'preferences.changed') useEnvironment.setState({ preferences: message.payload });
  });
  void read();
  return stop;
}

/** Changes what is given and keeps the rest. */
export async function changePreferences(patch: PreferencesPatch) {
  const answer = await api.preferences.change(patch);
  if (answer.ok) useEnvironment.setState({ preferences: answer.value });
  return answer;
}

async function read(): Promise<void> {
  const [environment, preferences] = await Promise.all([api.app.environment({}), api.preferences.read({})]);
  if (environment.ok) useEnvironment.setState({ environment: environment.value });
  if (preferences.ok) useEnvironment.setState({ preferences: preferences.value });
}
