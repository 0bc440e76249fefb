import { byId, offer, type Action } from './actions.ts';
import { asks } from './asks.ts';
import { leaving } from './leave.ts';
import { popups } from './popups.ts';
import { probes } from './probes.ts';
import { keep, readers } from './stores.ts';
import { trouble } from './trouble.ts';

async function showStores(): Promise<void> {
  for (const [name, read] of Object.entries(readers)) {
    // A store that cannot be read has nobody in it.
    const account = await read().catch(() => null);
    byId(`from-${name}`).textContent = account === null ? 'nobody' : `signed in as ${account}`;
  }
}

/** Asks the sign-in host in a popup, and takes the token that it sends. */
async function signInInPopup(): Promise<void> {
  const params = new URLSearchParams({ redirect_uri: `${location.origin}/signed-in`, popup: 'true' });
  open(
    `https://login.microsoftonline.com/common/oauth2/v2.0/authorize?${params.toString()}`,
    'sign-in',
    'width=480,height=600',
  );
  const token = await new Promise<string>((resolve) => {
    addEventListener('message', ({ origin, data }: MessageEvent<{ token?: string }>) => {
      if (origin === 'https://login.microsoftonline.com') resolve(data.token ?? '');
    });
  });
  const response = await fetch('/redeem', { method: 'POST', body: token });
  if (!response.ok) throw new Error(await response.text());
  await keep(await response.text());
  location.reload();
}

/** Says how many are unread, on the server and in the title. */
async function setUnread(count: number): Promise<void> {
  await fetch('/control', { method: 'POST', body: JSON.stringify({ unread: count }) });
  document.title = document.title.replace(/^(\(\d+\) )?/, count > 0 ? `(${count}) ` : '');
}

const own: Readonly<Record<string, Action>> = {
  'sign-in-popup': signInInPopup,
  unread: (given) => setUnread(Number(given.get('count'))),
  'push-state': () => history.pushState({}, '', `/page/in-page-${history.length}`),
  'user-agent-worker': async () => (await fetch('/user-agent-worker')).text(),
};

byId('user-agent').textContent = navigator.userAgent;
byId('guarded').addEventListener('input', () =>
  addEventListener('beforeunload', (event) => event.preventDefault(), { once: true }),
);
await showStores();
offer({ ...own, ...asks, ...popups, ...leaving, ...trouble, ...probes });
