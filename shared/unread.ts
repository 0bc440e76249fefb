/** The highest number that is written out. */
const HIGHEST = 99;

/** How much is unread where there is little room: `3`, at most `99+`. */
export function unreadNumber(count: number): string {
  return count > HIGHEST ? `${HIGHEST}+` : String(count);
}

/** How much is unread, in words. */
export function unreadWords(count: number): string {
  return count > HIGHEST ? `More than ${HIGHEST} unread` : `${count} unread`;
}
