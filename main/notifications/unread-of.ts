/** Chromium gives titles of up to 4,096 characters; a count stands near the beginning. */
const READ = 1000;

/** Up to six digits, also as `1,234`; a plus after it says that there are more. */
const NUMBER = String.raw`(\d{1,3}(?:[.,'’\u00a0\u202f]\d{3})?|\d{4,6})(\+?)`;
/** `(3) Inbox`. Marks of the writing direction may go before it. */
const AT_BEGINNING = new RegExp(String.raw`^[\s\u200e\u200f]*[([（]${NUMBER}[)\]）](?=\s|$)`);
/** `Inbox (12) - maria`: after a word, and nothing but a dash, a bar or a dot after it. */
const AFTER_WORD = new RegExp(String.raw`\s[(（]${NUMBER}[)）](?=\s*$|\s[-–—|·•]\s)`);

/**
 * How much is unread by the title of a page; null where the title says nothing of it. `(99+)` counts as 100, for there
 * are more than 99. A number that may be a year says nothing, and a dot does not say how many.
 */
export function unreadOf(title: string): number | null {
  const read = title.slice(0, READ);
  const [, digits = '', more = ''] = AT_BEGINNING.exec(read) ?? AFTER_WORD.exec(read) ?? [];
  if (digits === '' || (more === '' && /^(?:19|20)\d\d$/.test(digits))) return null;
  return Number(digits.replace(/\D/g, '')) + (more === '' ? 0 : 1);
}
