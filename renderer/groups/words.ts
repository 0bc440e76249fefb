import { countAccounts } from '../words/account.ts';

/** The colours of the palette by name, for whoever does not see them. */
export const colorNames = [
  'Blue',
  'Green',
  'Purple',
  'Orange',
  'Teal',
  'Red',
  'Yellow',
  'Navy',
  'Magenta',
  'Light green',
  'Brown',
  'Grey',
] as const;

export const words = {
  title: 'Groups',
  none: 'There is no group yet. Give one a name and a colour, then put accounts into it from their menus.',
  list: 'Groups',
  newGroup: 'New group',
  name: 'Name of the group',
  color: 'Colour of the group',
  create: 'Create group',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  openAll: 'Open all',
  openAllOf: (name: string) => `Open all of ${name}`,
  edit: (name: string) => `Edit ${name}`,
  more: (name: string) => `More for ${name}`,
  editItem: 'Edit',
  moveUp: 'Move up',
  moveDown: 'Move down',
  delete: 'Delete',
  deleteTitle: (name: string) => `Delete the group ${name}?`,
  deleteText: 'Its accounts stay linked, and are in no group then.',
  openTitle: (count: number) => `Open ${count.toLocaleString()} services?`,
  openText: (count: number) =>
    `One is opened for each of ${countAccounts(count)}, one after the other. That may take a while.`,
  opened: (opened: number, failed: number) =>
    failed === 0
      ? `Opened for ${countAccounts(opened)}.`
      : `Opened for ${countAccounts(opened)}; ${failed.toLocaleString()} could not be opened. Open a service on the dashboard of each account to see why.`,
  group: 'Group',
  noGroup: 'No group',
} as const;
