import { create } from 'zustand';
import type { Download } from '../../shared/domain/tab.ts';
import { api, onEvent } from '../ipc/client.ts';

/** What pages gave to be saved, newest first, as main last told it; without what the person themselves cancelled. */
export const useDownloads = create<{ downloads: readonly Download[] }>(() => ({ downloads: [] }));

function keep(downloads: readonly Download[]): void {
  useDownloads.setState({ downloads: downloads.filter(({ state }) => state !== 'cancelled') });
}

/** Starts following main. Call what it returns to stop. */
export function startDownloads(): () => void {
  let heard = false;
  const stop = onEvent((message) => {
    if (message.name !== 'downloads.changed') return;
    heard = true;
    keep(message.payload);
  });
  void api.downloads.list({}).then((answer) => {
    if (answer.ok && !heard) keep(answer.value);
    return answer;
  });
  return stop;
}
