import { teamsHighContrastTheme, type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { useEnvironment } from './stores/environment.ts';

function useMedia(query: string): boolean {
  const media = matchMedia(query);
  return useSyncExternalStore(
    (listener) => {
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => media.matches,
  );
}

/** The theme to show: high contrast where the system has it, else the preference, else what the system shows. */
export function useTheme(): { theme: Theme; scheme: 'light' | 'dark' } {
  const preference = useEnvironment(({ preferences }) => preferences?.theme ?? 'system');
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  const highContrast = useMedia('(forced-colors: active)');
  const dark = preference === 'system' ? systemIsDark : preference === 'dark';
  if (highContrast) return { theme: teamsHighContrastTheme, scheme: systemIsDark ? 'dark' : 'light' };
  return dark ? { theme: webDarkTheme, scheme: 'dark' } : { theme: webLightTheme, scheme: 'light' };
}
