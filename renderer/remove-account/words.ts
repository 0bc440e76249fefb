import { countAccounts } from '../words/account.ts';

export const words = {
  title: 'Remove this account?',
  lost: (identifier: string) =>
    `${identifier} leaves Switchboard: its place in your list, its name and the proof that it is yours. The Microsoft account itself stays as it is, and you can link it again.`,
  lostActive: 'It is in use now; your primary account takes over.',
  undo: 'You can undo this for 10 seconds.',
  remove: 'Remove',
  successor: 'Which account becomes primary?',
  erase: 'Sign out and erase everything',
  onlyOne: (identifier: string) =>
    `${identifier} is your primary account and the only one here. To remove it, sign out and erase everything.`,
  eraseTitle: 'Sign out and erase everything?',
  eraseLead: 'This cannot be undone. From this computer go:',
  erased: (accounts: number) => [
    accounts === 1 ? 'your account' : `all ${countAccounts(accounts)}, with their names and order`,
    'every proof and every code still awaited',
    'the messages in the local mailbox',
    'how ways of proving are set up, with their passwords and keys',
    'their profiles in other browsers',
    'your preferences',
  ],
  eraseKeeps: 'Your Microsoft accounts themselves stay as they are.',
  eraseNow: 'Erase everything',
} as const;
