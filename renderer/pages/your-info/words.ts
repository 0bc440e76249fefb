import type { RowProblem } from '../../../shared/domain/group.ts';
import { countAccounts } from '../../words/account.ts';

export const words = {
  primary: 'Primary account',
  noName: 'No name yet',
  editName: 'Edit name',
  name: 'Name',
  save: 'Save',
  cancel: 'Cancel',
  proveIt: 'Prove it',
  proveAgain: 'Prove again',
  signInNow: 'Sign in now',
  kindOf: (kind: string) => `Kind: ${kind}`,
  kind: 'Kind of account',
  remove: 'Remove',
  removeNamed: (identifier: string) => `Remove ${identifier}`,
  manage: 'Manage your sign-in email or phone number',
  add: 'Add email or phone number',
  linked: 'Linked accounts',
  search: 'Search accounts',
  found: (count: number, all: number) => `${count.toLocaleString()} of ${countAccounts(all)} found`,
  nothingFound: (text: string) => `No account matches “${text}”. Try a part of its email, phone number or name.`,
  count: countAccounts,
  emptyTitle: 'Link your other Microsoft accounts',
  empty:
    'Each account you link here shows up in the profile menu and in the tray. One click then takes you to its dashboard, without signing out of the others.',
  makePrimary: 'Make primary',
  nowPrimary: (identifier: string) => `${identifier} is now the primary account`,
  more: (identifier: string) => `More for ${identifier}`,
  move: (identifier: string) => `Move ${identifier}`,
  moveHint: 'Drag, or press Alt with an arrow',
  moves: { up: 'Move up', down: 'Move down', top: 'Move to top', bottom: 'Move to bottom' },
  moved: (identifier: string, place: number, all: number) =>
    `${identifier} moved to place ${place.toLocaleString()} of ${all.toLocaleString()}`,
  lists: 'Groups, import and export',
  groups: 'Groups...',
  import: 'Import accounts...',
  export: 'Export accounts...',
  exported: 'The accounts were saved.',
  close: 'Close',
  allGroups: 'All groups',
  groupOf: (name: string | undefined) => (name === undefined ? 'No group' : `Group: ${name}`),
  assign: (count: number) => `Put ${countAccounts(count)} into a group`,
  assigned: (count: number) => `${countAccounts(count)} moved.`,
  nobodyInGroup: 'No linked account is in this group. Put some into it from their menus.',
  pending: 'Waiting to be linked',
  pendingText: 'From your list. Each still needs its proof; nothing has been sent to them.',
  link: 'Link',
  linkNamed: (identifier: string) => `Link ${identifier}`,
  discard: 'Discard',
  discardNamed: (identifier: string) => `Discard ${identifier}`,
  discardAll: 'Discard all',
  showAll: (count: number) => `Show all ${count.toLocaleString()}`,
  discardTitle: (count: number) =>
    count === 1 ? 'Discard the one that waits?' : `Discard all ${count.toLocaleString()} that wait?`,
  discardText: 'Your linked accounts stay as they are. To have these back, import their list again.',
  importTitle: 'Accounts imported',
  importAdded: (count: number) =>
    count === 0 ? 'No account was added.' : `${countAccounts(count)} added to “Waiting to be linked”.`,
  importKnown: (count: number) =>
    count === 1 ? '1 row is linked or waits already.' : `${count.toLocaleString()} rows are linked or wait already.`,
  importProblems: (count: number) =>
    count === 1
      ? '1 row was left out. Mend it and import the list again.'
      : `${count.toLocaleString()} rows were left out. Mend them and import the list again.`,
  importLine: (line: number, problem: string) => `Line ${line.toLocaleString()}: ${problem}`,
  importMore: (count: number) => `And ${count.toLocaleString()} more.`,
} as const;

/** What is wrong with a row of an imported list. */
export const problemWords: Readonly<Record<RowProblem, string>> = {
  'identifier-empty': 'there is no email address or phone number.',
  'identifier-wrong': 'this is neither an email address nor a phone number.',
  'name-too-long': 'the name has more than 80 characters.',
  'kind-unknown': 'the kind is none of personal, work and unknown.',
  'group-too-long': 'the name of the group has more than 80 characters.',
};
