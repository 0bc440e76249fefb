/** A browser that a service can be told. */
export interface Preset {
  name: 'Microsoft Edge' | 'Google Chrome' | 'Firefox';
  userAgent: string;
}

/** A release of Firefox that services know; they look at the name more than at the number. */
const FIREFOX = '145.0';

/**
 * The browsers to choose from, on this system and of the age of our own Chromium, so that a page gets what it can draw.
 * `own` is the user agent of our own window, which may name Electron and us.
 */
export function presetsFrom(own: string): Preset[] {
  const system = /\(([^)]*)\)/.exec(own)?.[1] ?? 'X11; Linux x86_64';
  const major = /Chrome\/(\d+)/.exec(own)?.[1] ?? '150';
  const chrome = `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`;
  const firefox = `Mozilla/5.0 (${system.replaceAll('10_15_7', '10.15')}; rv:${FIREFOX}) Gecko/20100101 Firefox/${FIREFOX}`;
  return [
    { name: 'Microsoft Edge', userAgent: `${chrome} Edg/${major}.0.0.0` },
    { name: 'Google Chrome', userAgent: chrome },
    { name: 'Firefox', userAgent: firefox },
  ];
}

/** What a user agent is called: the browser it names, else its own text. */
export function agentName(userAgent: string): string {
  if (userAgent.includes(' Edg/')) return 'Microsoft Edge';
  if (userAgent.includes(' Firefox/')) return 'Firefox';
  return /^Mozilla\/5\.0 \([^)]*\) AppleWebKit\/\S+ \(KHTML, like Gecko\) Chrome\/\S+ Safari\/\S+$/.test(userAgent)
    ? 'Google Chrome'
    : userAgent;
}

/** Whether a text can be sent as user agent: what fits into a header. */
export function isUserAgent(text: string): boolean {
  return /^[\x20-\x7e]{1,500}$/.test(text);
}
