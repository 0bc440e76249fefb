import { expect, test } from 'vitest';
import { type Pressed, shortcutOf, shortcutWords } from '../../../renderer/pages/settings/general/pressed-keys.ts';
import { Shortcut } from '../../../shared/domain/preferences.ts';

const pressed = (key: string, code: string, held: string): Pressed => ({
  key,
  code,
  ctrlKey: held.includes('c'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
  metaKey: held.includes('m'),
});

test.each([
  ['s', 'KeyS', 'ca', 'Control+Alt+S'],
  ['S', 'KeyS', 'cas', 'Control+Alt+Shift+S'],
  // Where Q and A have changed places, the label counts.
  ['q', 'KeyA', 'c', 'Control+Q'],
  ['!', 'Digit1', 'cs', 'Control+Shift+1'],
  ['ß', 'KeyS', 'a', 'Alt+S'],
  ['k', 'KeyK', 'm', 'Super+K'],
  ['F12', 'F12', 'a', 'Alt+F12'],
  [' ', 'Space', 'c', 'Control+Space'],
  ['ArrowUp', 'ArrowUp', 'ca', 'Control+Alt+Up'],
])('%s (%s) with %s held is %s, which main takes', (key, code, held, shortcut) => {
  expect(shortcutOf(pressed(key, code, held), false)).toBe(shortcut);
  expect(Shortcut.safeParse(shortcut).success).toBe(true);
});

test.each([
  ['s', 'KeyS', ''],
  ['S', 'KeyS', 's'],
  ['F5', 'F5', ''],
  ['Control', 'ControlLeft', 'c'],
  ['ü', 'BracketLeft', 'c'],
  ['Dead', 'Equal', 'c'],
])('%s (%s) with %s held is none', (key, code, held) => {
  expect(shortcutOf(pressed(key, code, held), false)).toBeNull();
});

test('is written as the keyboard is labelled', () => {
  expect(shortcutOf(pressed('k', 'KeyK', 'mas'), true)).toBe('Alt+Command+Shift+K');
  expect(shortcutWords('Alt+Command+Shift+K', 'macos')).toBe('Option+Command+Shift+K');
  expect(shortcutWords('Control+Super+K', 'windows')).toBe('Ctrl+Windows+K');
  expect(shortcutWords('Control+Super+K', 'linux')).toBe('Ctrl+Super+K');
});
