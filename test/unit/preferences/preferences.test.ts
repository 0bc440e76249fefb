import { expect, test } from 'vitest';
import type { Preferences } from '../../../shared/domain/preferences.ts';
import { createPreferences, DEFAULTS, parsePreferences } from '../../../main/preferences/preferences.ts';
import { refusal, value } from '../../support/core.ts';
import { memoryPreferences } from '../../support/ports.ts';

interface Given {
  stored?: unknown;
  saves?: boolean;
  starts?: boolean;
  gives?: boolean;
}

function keeper({ stored, saves = true, starts = true, gives = true }: Given = {}) {
  const file = memoryPreferences(stored);
  const autoStart: boolean[] = [];
  const shortcut: (string | null)[] = [];
  const preferences = createPreferences({
    preferencesFile: {
      read: () => file.read(),
      write(next) {
        if (!saves) throw new Error('read-only');
        file.write(next);
      },
    },
    autoStart: {
      set(enabled) {
        if (!starts) return Promise.reject(new Error('refused'));
        autoStart.push(enabled);
        return Promise.resolve();
      },
    },
    shortcut: {
      set(keys) {
        if (gives) shortcut.push(keys);
        return gives;
      },
    },
  });
  return { preferences, file, autoStart, shortcut };
}

test.each<[string, unknown, Partial<Preferences>]>([
  ['nothing', undefined, {}],
  ['null', null, {}],
  ['an array', [1], {}],
  ['text', 'dark', {}],
  ['a wrong type', { theme: 1, keepInTray: 'yes' }, {}],
  ['one bad value beside a good one', { theme: 'dark', phoneRegion: 'germany' }, { theme: 'dark' }],
  [
    'quiet hours that are none',
    { quietHours: { from: '22:00', until: '24:00' }, showBadge: false },
    { showBadge: false },
  ],
  ['a key of a newer version', { keepInTray: false, more: 1 }, { keepInTray: false }],
  ['__proto__', JSON.parse('{"__proto__":{"theme":"dark"}}'), {}],
])('a file that holds %s', (_name, stored, expected) => {
  expect(parsePreferences(stored)).toEqual({ ...DEFAULTS, ...expected });
});

test('changes what is given, keeps the rest, saves and tells', async () => {
  const { preferences, file, autoStart } = keeper({ stored: { theme: 'dark' } });
  const told: Preferences[] = [];
  preferences.onChange((next) => told.push(next));
  const next = value(await preferences.change({ openAtLogin: true, keepInTray: undefined }));
  expect(next).toEqual({ ...DEFAULTS, theme: 'dark', openAtLogin: true });
  expect(file.read()).toEqual(next);
  expect([told, autoStart]).toEqual([[next], [true]]);
});

test('what changes nothing is not saved', async () => {
  const { preferences } = keeper({ saves: false });
  expect(value(await preferences.change({ theme: 'system' }))).toEqual(DEFAULTS);
});

test('a system that refuses to start it at login changes nothing', async () => {
  const { preferences, file } = keeper({ starts: false });
  expect(refusal(await preferences.change({ openAtLogin: true, theme: 'dark' }))).toEqual({
    code: 'auto-start-failed',
  });
  expect([preferences.read(), file.read()]).toEqual([DEFAULTS, {}]);
});

test('a file that cannot be written changes nothing, and takes the start at login back', async () => {
  const { preferences, autoStart } = keeper({ saves: false });
  expect(refusal(await preferences.change({ openAtLogin: true }))).toEqual({ code: 'preferences-not-saved' });
  expect(preferences.read()).toEqual(DEFAULTS);
  expect(autoStart).toEqual([true, false]);
});

test('changes made at once are made one after the other', async () => {
  const { preferences } = keeper();
  await Promise.all([preferences.change({ openAtLogin: true }), preferences.change({ theme: 'dark' })]);
  expect(preferences.read()).toEqual({ ...DEFAULTS, openAtLogin: true, theme: 'dark' });
});

test('keys that the system does not give change nothing', async () => {
  const { preferences, file } = keeper({ gives: false });
  const changed = await preferences.change({ shortcut: 'Control+Alt+S', theme: 'dark' });
  expect(refusal(changed)).toEqual({ code: 'shortcut-taken' });
  expect([preferences.read(), file.read()]).toEqual([DEFAULTS, {}]);
});

test('keys are held with the change, and given back where it comes to nothing', async () => {
  const saved = keeper();
  value(await saved.preferences.change({ shortcut: 'Control+Alt+S' }));
  value(await saved.preferences.change({ shortcut: null }));
  expect(saved.shortcut).toEqual(['Control+Alt+S', null]);
  const unsaved = keeper({ stored: { shortcut: 'Alt+F2' }, saves: false });
  expect(refusal(await unsaved.preferences.change({ shortcut: 'Super+K' }))).toEqual({ code: 'preferences-not-saved' });
  expect(unsaved.shortcut).toEqual(['Super+K', 'Alt+F2']);
});

test.each([
  ['S'],
  ['Shift+S'],
  ['F5'],
  ['Control+'],
  ['Control+Escape'],
  ['Control+Alt+ß'],
  ['Hyper+S'],
  ['control+s'],
  [''],
])('%j are no keys for it', (shortcut) => {
  expect(parsePreferences({ shortcut }).shortcut).toBeNull();
});
