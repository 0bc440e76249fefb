import { existsSync, lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app } from '../app/app.ts';
import { debug, messageOf } from '../events.ts';
import { headless } from '../browser/chromium.ts';

/** Chromium draws no frame of its own then, so that a view's page covers its window; and it offers no passwords. */
const PREFERENCES = {
  browser: { custom_chrome_frame: false },
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
};

/** 2 blocks: what pages of an account may not do unless the app allows it (permissions.ts). */
const CLOSED = {
  background_sync: 2,
  clipboard: 2,
  durable_storage: 2,
  geolocation: 2,
  idle_detection: 2,
  local_network_access: 2,
  media_stream_camera: 2,
  media_stream_mic: 2,
  midi: 2,
  midi_sysex: 2,
  notifications: 2,
  payment_handler: 2,
  sensors: 2,
  storage_access: 2,
  top_level_storage_access: 2,
  window_placement: 2,
};

/**
 * Where a partition's data are: where Electron has them. Chromium wants its profiles in one folder, so there each is a
 * link. Without a display each partition has a Chromium of its own, whose folder it is.
 */
export class Profile {
  /** The profile's name for Chromium; empty for the default one. */
  readonly name: string;
  /** The user-data folder of its Chromium. */
  readonly browserFolder: string;
  /** Null for what is kept nowhere. */
  readonly storagePath: string | null;

  constructor(partition: string) {
    const sessionData = app.getPath('sessionData');
    const persistent = partition.startsWith('persist:');
    const shared = join(sessionData, 'standin-chromium');
    if (partition === '') {
      this.name = '';
      this.storagePath = sessionData;
      this.browserFolder = shared;
      return;
    }
    const folder = encodeURIComponent(partition.replace(/^persist:/, '').toLowerCase());
    const name = `${persistent ? 'P' : 'T'}-${folder.replaceAll('%', '_')}`;
    this.storagePath = persistent ? join(sessionData, 'Partitions', folder) : null;
    this.name = headless ? '' : name;
    this.browserFolder = headless ? (this.storagePath ?? `${shared}-${name}`) : shared;
  }

  /** Makes the folder, before Chromium does. */
  prepare(): void {
    const { name, storagePath, browserFolder } = this;
    const inBrowser = join(browserFolder, name || 'Default');
    if (storagePath !== null && name !== '' && !isLink(inBrowser)) {
      mkdirSync(browserFolder, { recursive: true, mode: 0o700 });
      rmSync(inBrowser, { recursive: true, force: true });
      symlinkSync(join('..', 'Partitions', basename(storagePath)), inBrowser);
    }
    mkdirSync(name !== '' && storagePath !== null ? storagePath : inBrowser, { recursive: true, mode: 0o700 });
    const preferences = join(inBrowser, 'Preferences');
    if (existsSync(preferences)) return;
    const { profile } = PREFERENCES;
    const closed = name === '' ? profile : { ...profile, default_content_setting_values: CLOSED };
    try {
      writeFileSync(preferences, JSON.stringify({ ...PREFERENCES, profile: closed }));
    } catch (thrown) {
      // On a full disk the app has to come up and say so.
      debug('profile', messageOf(thrown));
    }
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
