/**
 * Chromium's own user agent out of Electron's: without the words `Electron` and our name, which sites refuse by and
 * which would tell them who uses Switchboard.
 */
export function plainUserAgent(electrons: string): string {
  return electrons.replaceAll(/ (?!AppleWebKit\/|Chrome\/|Safari\/)[^\s/()]+\/[^\s()]+/g, '');
}
