import { expect, test } from 'vitest';
import { createSystemShortcut } from '../../../main/shell/system-shortcut.ts';

/** A system that gives keys away once; `Alt+F1` it keeps, and `Alt+Ö` it does not have. */
function underTest() {
  const held = new Map<string, () => void>();
  const shortcut = createSystemShortcut({
    register(keys, callback) {
      if (keys === 'Alt+Ö') throw new TypeError('conversion failure');
      if (keys === 'Alt+F1' || held.has(keys)) return false;
      held.set(keys, callback);
      return true;
    },
    unregister: (keys) => void held.delete(keys),
  });
  return { shortcut, held };
}

test('each press is heard, by whoever listens last', () => {
  const { shortcut, held } = underTest();
  expect(shortcut.set('Control+Alt+S')).toBe(true);
  const heard: string[] = [];
  held.get('Control+Alt+S')?.();
  shortcut.onPress(() => heard.push('pressed'));
  held.get('Control+Alt+S')?.();
  expect(heard).toEqual(['pressed']);
});

test('the one before is given back once the next is held, and stays where that one is refused', () => {
  const { shortcut, held } = underTest();
  shortcut.set('Control+Alt+S');
  expect([shortcut.set('Alt+F1'), shortcut.set('Alt+Ö')]).toEqual([false, false]);
  expect([...held.keys()]).toEqual(['Control+Alt+S']);
  expect(shortcut.set('Control+Alt+S')).toBe(true);
  expect(shortcut.set('Super+K')).toBe(true);
  expect([...held.keys()]).toEqual(['Super+K']);
  expect(shortcut.set(null)).toBe(true);
  expect([...held.keys()]).toEqual([]);
});
