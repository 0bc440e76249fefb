export const words = {
  title: 'Dashboard',
  services: 'Services',
  openHere: 'Services open in this window, signed in for this account alone.',
  openThere: (place: string) => `Services open in ${place}, in a profile for this account alone.`,
  openInBrowser: 'Open in browser',
  groups: { personal: 'Personal account', work: 'Work or school account' },
  unknown:
    'Switchboard does not know whether this account is personal or for work or school, so you see the services of both.',
  setKind: 'Set the kind on Your info',
} as const;
