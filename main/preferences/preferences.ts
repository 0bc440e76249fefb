import { isDeepStrictEqual } from 'node:util';
import { Preferences, type PreferencesPatch } from '../../shared/domain/preferences.ts';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import type { Ports } from '../ports.ts';

/** What holds until the person says otherwise. */
export const DEFAULTS: Preferences = {
  theme: 'system',
  keepInTray: true,
  openAtLogin: false,
  phoneRegion: 'system',
  activityDays: 400,
  wayForEmail: null,
  wayForPhone: null,
  showNotifications: true,
  showBadge: true,
  quietHours: null,
  shortcut: null,
  warmTabs: 6,
  userAgents: {},
};

type ChangeRefusal = 'auto-start-failed' | 'shortcut-taken' | 'preferences-not-saved';

/** What the person prefers, kept in a file whose loss costs no link (security: P1). */
export interface PreferencesKeeper {
  read(): Preferences;
  /** Changes what is given and answers with all of it; refused, nothing is changed. One change at a time. */
  change(patch: PreferencesPatch): Promise<Result<Preferences, ChangeRefusal>>;
  onChange(listener: (preferences: Preferences) => void): () => void;
}

/** Reads the preferences, once; from then on only `change` changes them. */
export function createPreferences({
  preferencesFile,
  autoStart,
  shortcut,
}: Pick<Ports, 'preferencesFile' | 'autoStart' | 'shortcut'>): PreferencesKeeper {
  let current = parsePreferences(preferencesFile.read());
  let last: Promise<unknown> = Promise.resolve();
  const listeners = new Set<(preferences: Preferences) => void>();
  const setAutoStart = (enabled: boolean) =>
    autoStart.set(enabled).then(
      () => true,
      () => false,
    );

  async function change(patch: PreferencesPatch): Promise<Result<Preferences, ChangeRefusal>> {
    const before = current;
    const next = parsePreferences({ ...before, ...given(patch) });
    if (isDeepStrictEqual(next, before)) return ok(before);
    const hasNewKeys = next.shortcut !== before.shortcut;
    if (hasNewKeys && !shortcut.set(next.shortcut)) return refuse('shortcut-taken');
    const switches = next.openAtLogin !== before.openAtLogin;
    if (switches && !(await setAutoStart(next.openAtLogin))) return giveBack(before, 'auto-start-failed');
    try {
      preferencesFile.write(next);
    } catch {
      if (switches) await setAutoStart(before.openAtLogin);
      return giveBack(before, 'preferences-not-saved');
    }
    current = next;
    for (const listener of listeners) listener(next);
    return ok(next);
  }

  function giveBack(before: Preferences, code: 'auto-start-failed' | 'preferences-not-saved') {
    shortcut.set(before.shortcut);
    return refuse(code);
  }

  return {
    read: () => current,
    change(patch) {
      const changed = last.then(() => change(patch));
      last = changed.catch(() => {});
      return changed;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Preferences from what a file held: what is missing or wrong is the default, one by one. */
export function parsePreferences(stored: unknown): Preferences {
  const { theme, keepInTray, openAtLogin, phoneRegion, wayForEmail, wayForPhone, shortcut } = Preferences.shape;
  const { showNotifications, showBadge, quietHours, activityDays, warmTabs, userAgents } = Preferences.shape;
  const held = typeof stored === 'object' && stored !== null ? new Map(Object.entries(stored)) : new Map();
  return {
    theme: theme.catch(DEFAULTS.theme).parse(held.get('theme')),
    keepInTray: keepInTray.catch(DEFAULTS.keepInTray).parse(held.get('keepInTray')),
    openAtLogin: openAtLogin.catch(DEFAULTS.openAtLogin).parse(held.get('openAtLogin')),
    phoneRegion: phoneRegion.catch(DEFAULTS.phoneRegion).parse(held.get('phoneRegion')),
    activityDays: activityDays.catch(DEFAULTS.activityDays).parse(held.get('activityDays')),
    wayForEmail: wayForEmail.catch(null).parse(held.get('wayForEmail')),
    wayForPhone: wayForPhone.catch(null).parse(held.get('wayForPhone')),
    showNotifications: showNotifications.catch(DEFAULTS.showNotifications).parse(held.get('showNotifications')),
    showBadge: showBadge.catch(DEFAULTS.showBadge).parse(held.get('showBadge')),
    quietHours: quietHours.catch(null).parse(held.get('quietHours')),
    shortcut: shortcut.catch(null).parse(held.get('shortcut') ?? null),
    warmTabs: warmTabs.catch(DEFAULTS.warmTabs).parse(held.get('warmTabs')),
    userAgents: userAgents.catch(DEFAULTS.userAgents).parse(held.get('userAgents')),
  };
}

function given(patch: PreferencesPatch): PreferencesPatch {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
