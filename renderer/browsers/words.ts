export const words = {
  openIn: 'Open services in',
  openInPlace: (place: string) => `Services open in ${place}`,
  notInstalled: 'not installed',
  offer: 'This page asks for a sign-in that only a real browser has: one bound to this device, or a passkey.',
  always: (place: string) => `Always open in ${place}`,
  chosen: (identifier: string, place: string) => `Services of ${identifier} now open in ${place}`,
  profileLost: (place: string) =>
    `Its profile in ${place} is deleted, and with it every sign-in there. Close that browser first: what it holds open is deleted when Switchboard starts next.`,
  opensIn: (place: string) => `Opens in ${place}`,
  none: 'Install Microsoft Edge, Google Chrome, Chromium or Firefox to sign in there.',
} as const;
