import { homedir } from 'node:os';

// The order matters: an address holds digits, a path holds names, and what is masked first is gone for the later ones.
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]{4,}\.[\w-]+(?:\.[\w-]*)?/g, '[token]'],
  [/[^\s<>",;()[\]]+@[^\s<>"',;()[\]]+/gu, '[email]'],
  [/(?:file:\/\/)?(?:\b[A-Za-z]:)?(?:[\\/][^\s\\/:*?"<>|()[\]]+)*[\\/]([\w.-]+\.[cm]?[jt]sx?)(?=[:)\s]|$)/g, '$1'],
  [/(?:file:\/\/)?(?:\b[A-Za-z]:|~)?(?:[\\/][^\s\\/:*?"<>|()[\]]+)+[\\/]?/g, '[path]'],
  [/\+?\(?\d[\d ().\u00a0/-]{4,}\d/g, '[number]'],
];
const TAG = /(#[0-9a-f]{8})(?![0-9a-z])/;

/** Masks what must never be in a log, whoever put it there: the last net, not the first (security: L2). */
export function redact(text: string): string {
  return text
    .replaceAll(homedir(), '~')
    .split(TAG)
    .map((part, index) => (index % 2 === 1 ? part : mask(part)))
    .join('');
}

/** One line: line ends and other controls are written as escapes (security: L3). */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, escaped);
}

function mask(text: string): string {
  return PATTERNS.reduce((masked, [pattern, word]) => masked.replace(pattern, word), text);
}

function escaped(control: string): string {
  if (control === '\n') return '\\n';
  return `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
