import type { Session } from 'electron/main';
import type { SitePermission } from '../../../shared/domain/tab.ts';

/** Electron's names for what a page may ask for. */
type PermissionName = Parameters<NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>>[1];

/** What is asked about a camera or a microphone; `unknown` where Chromium does not say. */
export type MediaKind = 'video' | 'audio' | 'unknown';

/**
 * What a name of Electron's is to us: granted to all, refused to all, or up to the person's answers. Every name is here,
 * so that a new one of Electron's does not compile (security: 2.1, 5).
 */
export function permissionsFor(
  name: PermissionName,
  media: readonly MediaKind[],
): 'granted' | 'refused' | SitePermission[] {
  switch (name) {
    case 'media':
      return media.length === 0 ? 'refused' : media.flatMap(devicesOf);
    case 'geolocation':
    case 'geolocation-approximate':
      return ['location'];
    case 'clipboard-read':
    case 'deprecated-sync-clipboard-read':
      return ['clipboard-read'];
    case 'fullscreen':
      return ['fullscreen'];
    // Chromium lets a page write text only where the person has just clicked or typed.
    case 'clipboard-sanitized-write':
      return 'granted';
    // A page's own could neither be labelled with its account nor lead back to it; Switchboard raises its own.
    case 'notifications':
    case 'ar':
    case 'automatic-fullscreen':
    case 'background-fetch':
    case 'background-sync':
    case 'captured-surface-control':
    case 'display-capture':
    case 'fileSystem':
    case 'hand-tracking':
    case 'hid':
    case 'idle-detection':
    case 'keyboardLock':
    case 'local-fonts':
    case 'local-network':
    case 'local-network-access':
    case 'loopback-network':
    case 'mediaKeySystem':
    case 'midi':
    case 'midiSysex':
    case 'nfc':
    case 'openExternal':
    case 'payment-handler':
    case 'periodic-background-sync':
    case 'persistent-storage':
    case 'pointerLock':
    case 'screen-wake-lock':
    case 'sensors':
    case 'serial':
    case 'smart-card':
    case 'speaker-selection':
    case 'storage-access':
    case 'system-wake-lock':
    case 'top-level-storage-access':
    case 'usb':
    case 'vr':
    case 'web-app-installation':
    case 'web-printing':
    case 'window-management':
    case 'unknown':
      return 'refused';
    default:
      return unknownName(name);
  }
}

function devicesOf(kind: MediaKind): SitePermission[] {
  if (kind === 'video') return ['camera'];
  return kind === 'audio' ? ['microphone'] : ['camera', 'microphone'];
}

/** A name that only a newer Electron knows. */
function unknownName(_name: never): 'refused' {
  return 'refused';
}
