import { countAccounts } from '../../words/account.ts';

export const words = {
  primary: 'Primary account',
  noName: 'No name yet',
  editName: 'Edit name',
  name: 'Name',
  save: 'Save',
  cancel: 'Cancel',
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
} as const;
