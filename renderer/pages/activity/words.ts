import type { ActivityDetail, ActivityEntry, ActivityEvent } from '../../../shared/domain/activity.ts';

const events: Readonly<Record<Exclude<ActivityEvent, 'refused'>, string>> = {
  'signed-in': 'Signed in as the primary account',
  linked: 'Linked',
  'proven-again': 'Proven again',
  switched: 'Switched to',
  'made-primary': 'Made the primary account',
  removed: 'Removed',
  restored: 'Removal undone',
  'sign-in-lost': 'Its provider no longer takes its sign-in',
  'challenge-locked': 'Locked after too many wrong codes',
};

const details: Readonly<Record<ActivityDetail, string>> = {
  'code-wrong': 'A wrong code was refused',
  'sign-in-denied': 'A sign-in was refused by the provider',
  'sign-in-invalid': 'A sign-in was refused: the answer could not be trusted',
  'sign-in-other-account': 'A sign-in was refused: somebody else came',
  'sign-in-nameless': 'A sign-in was refused: the provider named nobody',
};

/** What happened, in a few words. */
export function eventWords({ event, detail }: Pick<ActivityEntry, 'event' | 'detail'>): string {
  if (event !== 'refused') return events[event];
  return detail === null ? 'A proof was refused' : details[detail];
}

/** What an entry may be about; the events of each kind are all there are. */
export const kinds = [
  { id: 'proofs', label: 'Sign-ins and links', events: ['signed-in', 'linked', 'proven-again', 'sign-in-lost'] },
  { id: 'switches', label: 'Switches', events: ['switched'] },
  { id: 'changes', label: 'Removals and changes', events: ['removed', 'restored', 'made-primary'] },
  { id: 'refusals', label: 'Refusals and locks', events: ['refused', 'challenge-locked'] },
] as const satisfies { id: string; label: string; events: ActivityEvent[] }[];

export const words = {
  title: 'Activity',
  account: 'Account',
  allAccounts: 'All accounts',
  kind: 'Kind',
  allKinds: 'All kinds',
  list: 'Activity, newest first',
  removedAccount: 'An account that was removed',
  notLinked: 'An email or phone number that is not linked',
  export: 'Export',
  exportCsv: 'As CSV, for spreadsheets',
  exportJson: 'As JSON, for programs',
  exported: 'The activity was saved.',
  clear: 'Clear activity',
  clearTitle: 'Clear activity?',
  clearAction: 'Clear',
  clearText:
    'Every entry of every account is deleted, and cannot be had back. Export it first if you may need it. Your accounts stay as they are.',
  cleared: 'The activity was cleared.',
  emptyTitle: 'Nothing has happened yet',
  empty: 'Sign-ins, links, switches, removals and refused codes are listed here.',
  nothingFound: 'Nothing of this kind has happened to this account. Choose another account or kind.',
  memory: 'Memory per account',
} as const;
