/** What of a worker's events is used here; the types of pages have none. */
interface WorkerEvent extends Event {
  readonly request: Request;
  respondWith(response: Response): void;
  waitUntil(promise: unknown): void;
}
declare function addEventListener(name: 'activate' | 'fetch', listener: (event: WorkerEvent) => void): void;
declare const clients: { claim(): Promise<void> };

// A module, so that its names are its own.
export type { WorkerEvent };

const account = new URL(location.href).searchParams.get('account') ?? 'nobody';

addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (pathname === '/whoami-worker') event.respondWith(new Response(account));
  if (pathname === '/user-agent-worker') event.respondWith(new Response(navigator.userAgent));
});
