import { create } from 'zustand';
import { announce } from '../components/announce.tsx';

export interface ShownNotice {
  id: number;
  intent: 'info' | 'success' | 'warning' | 'error';
  text: string;
}

interface NoticesState {
  notices: readonly ShownNotice[];
  dismiss(id: number): void;
}

let lastId = 0;

/** What the person should know and no field can say; shown as bars under the top bar. */
export const useNotices = create<NoticesState>((set) => ({
  notices: [],
  dismiss: (id) => set((now) => ({ notices: now.notices.filter((notice) => notice.id !== id) })),
}));

/** Shows a notice until it is dismissed, and has it read out; the same words are not shown twice at once. */
export function notify(text: string, intent: ShownNotice['intent'] = 'info'): void {
  lastId += 1;
  const notice = { id: lastId, intent, text };
  useNotices.setState(({ notices }) => ({ notices: [...notices.filter((other) => other.text !== text), notice] }));
  announce(text);
}
