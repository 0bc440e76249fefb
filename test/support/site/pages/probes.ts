import type { Action } from './actions.ts';

const SUSPECTS = ['switchboard', 'require', 'module', 'process', 'Buffer', 'global', 'electron', 'ipcRenderer'];

/** Names that this page has and an empty frame of its own has not: what somebody put there. */
function added(): string[] {
  const empty = document.createElement('iframe');
  document.body.append(empty);
  const known = new Set(Object.getOwnPropertyNames(empty.contentWindow ?? {}));
  empty.remove();
  return Object.getOwnPropertyNames(window).filter((name) => !known.has(name) && Number.isNaN(Number(name)));
}

/** What of the app can be seen from here; both lists are empty where nothing can. */
export const probes: Readonly<Record<string, Action>> = {
  globals: () => ({ suspects: SUSPECTS.filter((name) => name in window), added: added() }),
};
