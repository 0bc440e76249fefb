import type { BrowserName } from '../../shared/domain/browser.ts';

/**
 * The arguments that open an address in the profile in `folder`; a browser that already runs on it takes the address
 * over. The address comes from the gate, so it begins with `https:`; where the browser ends its switches with `--`, it
 * stands after that all the same.
 */
export function startArguments(name: BrowserName, folder: string, { href }: URL): string[] {
  if (name === 'firefox') return ['-profile', folder, '-new-tab', href];
  return [`--user-data-dir=${folder}`, '--no-first-run', '--no-default-browser-check', '--', href];
}
