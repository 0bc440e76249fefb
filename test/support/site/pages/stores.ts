const STORE = 'account';

/** Keeps an account in every storage of this origin, and has its service worker control the pages from now on. */
export async function keep(account: string): Promise<void> {
  localStorage.setItem(STORE, account);
  await inDatabase('readwrite', (store) => store.put(account, STORE));
  await (await caches.open(STORE)).put('/kept', new Response(account));
  await fetch('/whoami-http-cache');
  await navigator.serviceWorker.register(`/site/worker.ts?account=${encodeURIComponent(account)}`, {
    scope: '/',
    type: 'module',
  });
  await navigator.serviceWorker.ready;
}

/** Who is signed in, by what each of the stores says; null for nobody. */
export const readers: Readonly<Record<string, () => Promise<string | null>>> = {
  cookie: async () => decodeURIComponent(/(?:^|; )account=([^;]+)/.exec(document.cookie)?.[1] ?? '') || null,
  'local-storage': async () => localStorage.getItem(STORE),
  'indexed-db': async () => {
    const found: unknown = await inDatabase('readonly', (store) => store.get(STORE));
    return typeof found === 'string' ? found : null;
  },
  'cache-storage': async () => (await (await caches.match('/kept', { cacheName: STORE }))?.text()) ?? null,
  'http-cache': () => answerOf('/whoami-http-cache', { cache: 'only-if-cached', mode: 'same-origin' }),
  worker: () => answerOf('/whoami-worker'),
};

async function answerOf(path: string, options: RequestInit = {}): Promise<string | null> {
  const response = await fetch(path, options);
  return response.ok ? response.text() : null;
}

async function inDatabase<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(STORE);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE));
  const database = await answered(opening);
  const result = await answered(ask(database.transaction(STORE, mode).objectStore(STORE)));
  database.close();
  return result;
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('No result')));
  });
}
