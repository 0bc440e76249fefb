export const words = {
  title: 'Dashboard',
  services: 'Services',
  inBrowser: 'Services open in your browser.',
  groups: { personal: 'Personal account', work: 'Work or school account' },
  unknown: 'Switchboard cannot know whose account this is, so you see both kinds of services.',
  setKind: 'Set the kind on Your info',
} as const;
