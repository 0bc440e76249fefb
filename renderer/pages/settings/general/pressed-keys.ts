/** The part of a keyboard event that says what was pressed. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** Keys whose names on the page and in Electron differ. */
const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

const NAMED = /^(?:F(?:[1-9]|1\d|2[0-4])|Home|End|PageUp|PageDown|Insert)$/;

/**
 * What was pressed as a system-wide shortcut, in Electron's words; null where it is none: without Ctrl, Alt or the
 * system's own key it would be taken away from typing.
 */
export function shortcutOf(pressed: Pressed, isMac: boolean): string | null {
  const key = keyOf(pressed);
  const modifiers = [
    ...(pressed.ctrlKey ? ['Control'] : []),
    ...(pressed.altKey ? ['Alt'] : []),
    ...(pressed.metaKey ? [isMac ? 'Command' : 'Super'] : []),
  ];
  if (key === null || modifiers.length === 0) return null;
  return [...modifiers, ...(pressed.shiftKey ? ['Shift'] : []), key].join('+');
}

/** Letters as the keyboard is labelled; digits by their place, for with Shift they are other signs. */
function keyOf({ key, code }: Pressed): string | null {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  // With Alt, macOS gives the sign that Option makes of a letter.
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return letter;
  return NAMES[key] ?? (NAMED.test(key) ? key : null);
}

const MAC_WORDS: Readonly<Record<string, string>> = { Control: 'Control', Alt: 'Option', Command: 'Command' };
const WORDS: Readonly<Record<string, string>> = { Control: 'Ctrl', Super: 'Super' };

/** A shortcut as the keyboard of this system is labelled. */
export function shortcutWords(shortcut: string, platform: 'windows' | 'macos' | 'linux'): string {
  const words = platform === 'macos' ? MAC_WORDS : platform === 'windows' ? { ...WORDS, Super: 'Windows' } : WORDS;
  return shortcut
    .split('+')
    .map((key) => words[key] ?? key)
    .join('+');
}
