import type { SitePermission } from '../../shared/domain/tab.ts';
import { splitAddress } from './address.ts';

/** What a page may be allowed, in words. */
export const permissionWords: Readonly<Record<SitePermission, string>> = {
  camera: 'your camera',
  microphone: 'your microphone',
  location: 'your location',
  'clipboard-read': 'what you copied',
  fullscreen: 'the whole screen',
};

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** What a page asks for, as a sentence. */
export function askWords(origin: string, permissions: readonly SitePermission[]): string {
  return `${hostOf(origin)} wants to use ${list.format(permissions.map((name) => permissionWords[name]))}.`;
}

/** An origin as it is shown: its host, with the port where it is not the usual one. */
export function hostOf(origin: string): string {
  return splitAddress(origin).host || origin;
}
