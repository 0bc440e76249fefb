/**
 * Chromium does not let the documents of a custom scheme be answered from outside, so the pages of `app://host` are
 * really at `https://host.app.standin`. Everything the app sees is mapped back; only the page's own `location` is not.
 */
export const schemes = new Set<string>();

/** The address as Chromium knows it. */
export function toInner(url: string): string {
  const [, scheme, host, rest] = /^([a-z][\w+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  if (scheme === undefined || !schemes.has(scheme.toLowerCase())) return url;
  return `https://${host || 'root'}.${scheme.toLowerCase()}.standin${rest || '/'}`;
}

/** The address as the app knows it. */
export function toOuter(url: string): string {
  return url.replace(
    /^https:\/\/([^/?#]*)\.([a-z][\w+-]*)\.standin(?=[/?#]|$)/,
    (_, host: string, scheme: string) => `${scheme}://${host === 'root' ? '' : host}`,
  );
}

/** The origin of an address the app knows, `null` for one that has none; `URL` gives `null` for custom schemes. */
export function originOf(url: string): string {
  return /^[a-z][\w+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? 'null';
}

/** A Content-Security-Policy that names custom schemes, as it must read inside. */
export function policyToInner(policy: string): string {
  return policy.replace(/\b([a-z][\w+-]*):\/\/[\w.-]+/g, (source, scheme: string) =>
    schemes.has(scheme) ? toInner(source).slice(0, -1) : source,
  );
}
