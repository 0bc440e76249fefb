import { existsSync } from 'node:fs';
import { readAccounts } from '../accounts/snapshot.ts';
import { storeFiles } from '../store/files.ts';
import { openStore } from '../store/open.ts';
import { problemWords } from '../store/problem-words.ts';
import { createSystemClock, createSystemRandom } from '../system.ts';
import { accountLines, accountsJson } from './list.ts';
import type { Reply } from './messages.ts';

/**
 * Lists the accounts in `folder` while Switchboard does not run, without starting it. Null where another process has
 * them open: then Switchboard is just starting, or ending.
 */
export function listClosed(folder: string, json: boolean): Reply | null {
  if (!existsSync(storeFiles(folder).database)) return { status: 0, text: json ? '[]' : '' };
  const log = { event() {}, fault() {} };
  const opened = openStore({ folder, log, random: createSystemRandom(), clock: createSystemClock() });
  if (!opened.ok) {
    if (opened.problem.kind === 'in-use') return null;
    const { title, text, advice } = problemWords(opened.problem);
    return { status: 1, text: `${title}. ${text} ${advice}` };
  }
  const { store } = opened.value;
  const { accounts } = readAccounts(store.read);
  store.close();
  return { status: 0, text: json ? accountsJson(accounts) : accountLines(accounts) };
}
