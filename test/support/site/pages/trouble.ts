import type { Action } from './actions.ts';

const milliseconds = (given: URLSearchParams) => Number(given.get('seconds')) * 1000;

/** Changes the title a thousand times a second, and says how often it did. */
function fastTitles(duration: number): Promise<string> {
  const start = performance.now();
  let changed = 0;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const passed = Math.min(performance.now() - start, duration);
      while (changed < passed) document.title = `(${(changed += 1)}) Inbox`;
      if (passed < duration) return;
      clearInterval(timer);
      resolve(`${changed} titles`);
    });
  });
}

const stayHere = () => history.pushState({}, '', '/page/trap');

/** What a page does to be in the way; one that crashes is the test's to crash, by the app's own means. */
export const trouble: Readonly<Record<string, Action>> = {
  hang: (given) => {
    const end = performance.now() + milliseconds(given);
    while (performance.now() < end);
  },
  'long-title': () => void (document.title = 'long '.repeat(2_097_152)),
  'fast-titles': (given) => fastTitles(milliseconds(given)),
  /** Objects to every attempt to leave. */
  'unload-trap': () => {
    addEventListener('beforeunload', (event) => event.preventDefault());
    addEventListener('pagehide', () => void open('/popup'));
  },
  /** Puts itself on top of the history again, however often somebody goes back. */
  'history-trap': () => {
    for (let count = 0; count < 50; count += 1) stayHere();
    addEventListener('popstate', stayHere);
  },
  /** Speaks in windows that stop everything. */
  dialogs: (given) => {
    for (let count = Number(given.get('count')); count > 0; count -= 1) alert(`Still here: ${count}`);
  },
};
