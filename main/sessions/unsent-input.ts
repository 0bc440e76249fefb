/** A key that went down in a page. */
export interface Key {
  /** What it types, or its name: `a`, `Enter`, `Backspace`. */
  key: string;
  /** Held with Ctrl, Alt or Cmd: a command and no text. */
  withCommand: boolean;
}

/**
 * Whether a page holds input that was not sent, told without a look into the page: something was typed or pasted since
 * it was loaded, and Enter was not pressed after it.
 */
export function holdsInputAfter(before: boolean, { key, withCommand }: Key): boolean {
  if (withCommand) return before || key.toLowerCase() === 'v';
  if (key === 'Enter') return false;
  // A key that types has its character as its name; others have a word.
  return before || /^.$/su.test(key);
}
