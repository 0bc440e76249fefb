import type { JumpListCategory, JumpListItem } from 'electron/main';
import type { Account } from '../../shared/domain/account.ts';
import { byLastUse } from './account-items.ts';

/** How many accounts are listed; Windows shows ten at most. */
const LISTED = 10;

/** An item with a longer description is left out by Windows. */
const DESCRIPTION_MAX = 260;

/** How Switchboard is started from the jump list. */
export interface JumpListOptions {
  program: string;
  /** What stands before the command: the app's folder in a working copy, and where the data is. */
  args: readonly string[];
  /** What the person took off the list: a category that holds such an item again is not shown at all. */
  removed: readonly Pick<JumpListItem, 'args'>[];
}

/** The last used accounts, each as the command line that switches to it. */
export function jumpListTemplate(
  accounts: readonly Account[],
  { program, args, removed }: JumpListOptions,
): JumpListCategory[] {
  const gone = new Set(removed.map((item) => item.args));
  const items = accounts
    .toSorted(byLastUse)
    .map(({ identifier, name }) => ({
      type: 'task' as const,
      program,
      // After `--` nothing is an option, whatever an identifier begins with.
      args: [...args, 'switch', '--', identifier.value].map(quoted).join(' '),
      title: identifier.display,
      description: (name || `Switch to ${identifier.display}`).slice(0, DESCRIPTION_MAX),
      iconPath: program,
      iconIndex: 0,
    }))
    .filter((item) => !gone.has(item.args))
    .slice(0, LISTED);
  return items.length === 0 ? [] : [{ type: 'custom', name: 'Accounts', items }];
}

/** One argument as programs on Windows take a command line apart (CommandLineToArgvW). */
function quoted(argument: string): string {
  return `"${argument.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
}
