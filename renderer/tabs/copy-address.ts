import { announce } from '../components/announce.tsx';
import { notify } from '../stores/notices.ts';
import { words } from './words.ts';

/** Puts an address on the clipboard. */
export async function copyAddress(address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    announce(words.copied);
  } catch {
    notify(words.notCopied, 'error');
  }
}
