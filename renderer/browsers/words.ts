export const words = {
  openIn: 'Open services in',
  openInPlace: (place: string) => `Services open in ${place}`,
  notInstalled: 'not installed',
  always: (place: string) => `Always open in ${place}`,
  chosen: (identifier: string, place: string) => `Services of ${identifier} now open in ${place}`,
  profileLost: (place: string) =>
    `Its profile in ${place} is deleted, and with it every sign-in there. Close that browser first: what it holds open is deleted when Switchboard starts next.`,
  opensIn: (place: string) => `Opens in ${place}`,
} as const;
