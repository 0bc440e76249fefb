import { create } from 'zustand';
import type { Download } from '../../shared/domain/tab.ts';
import { api, onEvent } from '../ipc/client.ts';

/** What pages gave to be saved, newest first, as main last told it. */
export const useDownloads = create<{ downloads: readonly Download[] }>(() => ({ downloads: [] }));

/** Starts following main. Call what it returns to stop. */
export function startDownloads(): () => void {
  let heard = false;
  const stop = onEvent((message) => {
    if (message.name !== 'downloads.changed') return;
    heard = true;
    useDownloads.setState({ downloads: message.payload });
  });
  void api.downloads.list({}).then((answer) => {
    if (answer.ok && !heard) useDownloads.setState({ downloads: answer.value });
    return answer;
  });
  return stop;
}
