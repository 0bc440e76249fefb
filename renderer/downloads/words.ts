import type { Download } from '../../shared/domain/tab.ts';
import { assertNever } from '../../shared/assert-never.ts';

export const words = {
  downloads: 'Downloads',
  pause: (name: string) => `Pause ${name}`,
  resume: (name: string) => `Resume ${name}`,
  cancel: (name: string) => `Cancel ${name}`,
  show: 'Show in folder',
  dismiss: (name: string) => `Dismiss ${name}`,
} as const;

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size in the unit that keeps it short. */
export function sizeWords(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return new Intl.NumberFormat('en', {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value);
}

/** How far a download is, in words. */
export function stateWords({ state, receivedBytes, totalBytes }: Download): string {
  const size =
    totalBytes === null ? sizeWords(receivedBytes) : `${sizeWords(receivedBytes)} of ${sizeWords(totalBytes)}`;
  switch (state) {
    case 'running':
      return size;
    case 'paused':
      return `Paused, ${size}`;
    case 'done':
      return sizeWords(receivedBytes);
    case 'cancelled':
      return 'Cancelled';
    case 'failed':
      return 'Could not be downloaded. Try again on the page.';
    default:
      return assertNever(state);
  }
}

/** What is said aloud about a download that has come so far; null where nothing is. */
export function announcementFor({ state, fileName }: Download): string | null {
  if (state === 'running') return `${fileName} is being downloaded.`;
  if (state === 'done') return `${fileName} was downloaded.`;
  return state === 'failed' ? `${fileName} could not be downloaded.` : null;
}
