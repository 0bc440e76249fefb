import { ok, refuse, type PatternProblem, type Result } from '../../shared/errors.ts';

/** The longest pattern, in characters. */
const PATTERN_MAX = 300;

/** A pattern taken apart, ready to be compared. */
export interface Pattern {
  /** In punycode and lower case, with the port where it is not the usual one. */
  host: string;
  /** Names below `host` are meant, and not `host` itself. */
  isBelow: boolean;
  /** As an address writes it, without a star; null for every page. */
  path: string | null;
  /** `path` is how it begins. */
  isBeginning: boolean;
}

/**
 * Reads a pattern that a person typed. The language:
 *
 * - `contoso.sharepoint.com`: every page of that host
 * - `*.sharepoint.com`: every page of every host below it, at any depth, and not of `sharepoint.com` itself
 * - `dev.azure.com/contoso`: that page alone
 * - `dev.azure.com/contoso/*`: that page and all below it; `dev.azure.com/contoso*`: every path that begins so
 *
 * `https://` in front may be left out. Hosts are compared whatever their case, in punycode; a port other than the usual
 * one belongs to the host. Paths are compared as addresses write them, case and all. What follows `?` or `#` in an
 * address is not looked at, and a pattern has none. A star stands for nothing else, and nowhere else.
 */
export function parsePattern(typed: string): Result<Pattern, 'pattern-invalid'> {
  const text = typed.trim();
  const problem = problemOf(text);
  if (problem !== null) return refuse('pattern-invalid', { problem });
  const [, start = '', hostText = '', pathText = ''] = /^(?:https:\/\/)?(\*\.)?([^/]*)(.*)$/i.exec(text) ?? [];
  if (hostText.includes('*')) return refuse('pattern-invalid', { problem: 'star-in-host' });
  const host = hostOf(hostText, start !== '');
  if (host === null) return refuse('pattern-invalid', { problem: 'not-a-host' });
  if (/\*./.test(pathText)) return refuse('pattern-invalid', { problem: 'star-in-path' });
  const pattern = { host, isBelow: start !== '', ...pathOf(pathText) };
  // Written as an address writes it, it may be longer than it was typed.
  if (showPattern(pattern).length > PATTERN_MAX) return refuse('pattern-invalid', { problem: 'too-long' });
  return ok(pattern);
}

/** Writes a pattern in normal form, which reads back as the same. */
export function showPattern({ host, isBelow, path, isBeginning }: Pattern): string {
  return `${isBelow ? '*.' : ''}${host}${path ?? ''}${isBeginning ? '*' : ''}`;
}

/** What keeps an address from a pattern: its host, or its path; null where the pattern fits. */
export function mismatch(pattern: Pattern, { host, pathname }: URL): 'host' | 'path' | null {
  if (pattern.isBelow ? !host.endsWith(`.${pattern.host}`) : host !== pattern.host) return 'host';
  const { path, isBeginning } = pattern;
  if (path === null || pathname === path) return null;
  if (!isBeginning) return 'path';
  // `/contoso/*` means the page `/contoso` as well.
  return pathname.startsWith(path) || `${pathname}/` === path ? null : 'path';
}

function problemOf(text: string): PatternProblem | null {
  if (text === '') return 'empty';
  if (text.length > PATTERN_MAX) return 'too-long';
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(text)?.[1];
  if (scheme !== undefined && scheme.toLowerCase() !== 'https') return 'not-https';
  if (/[?#]/.test(text)) return 'has-query';
  if (/^(?:https:\/\/)?[^/]*@/i.test(text)) return 'has-credentials';
  return null;
}

/** The host as an address writes it; null where it is none, or where something is to be below a number. */
function hostOf(text: string, isBelow: boolean): string | null {
  // These would end the host, or be dropped from it.
  if (/^$|[\s\\]|:$/.test(text)) return null;
  const url = URL.parse(`https://${text}/`);
  if (url === null || url.hostname.endsWith('.') || (isBelow && /^\[|^[\d.]+$/.test(url.hostname))) return null;
  return url.host;
}

function pathOf(text: string): Pick<Pattern, 'path' | 'isBeginning'> {
  const isBeginning = text.endsWith('*');
  const path = URL.parse(`https://host${isBeginning ? text.slice(0, -1) : text}`)?.pathname ?? '/';
  // The path of a host alone is `/`, which stands for all of it.
  if (path === '/') return { path: null, isBeginning: false };
  return { path, isBeginning };
}
