import { json, text } from 'node:stream/consumers';
import { signInAddress, signOutAddress, TAKE_TOKEN } from './sign-in.ts';
import { SERVICE_HOSTS } from './hosts.ts';
import { pageAt } from './page.ts';
import { accountCookie, escapeHtml, redirect, sendHtml, sendText, type Routes, type Visit } from './visit.ts';

/** Where a service shows its page also to those who are not signed in, with a sign-in in a popup. */
const WELCOME = '/welcome';

/** What every service answers beside its pages. */
export const serviceRoutes: Routes = {
  [TAKE_TOKEN]: takeToken,
  '/redeem': async (visit) => {
    const account = redeem(visit, await text(visit.request));
    sendText(visit, account ?? 'This token is not good', account === null ? 400 : 200);
  },
  '/sign-out': (visit) => {
    visit.response.setHeader('set-cookie', accountCookie(null));
    visit.response.setHeader('clear-site-data', '"storage", "cache"');
    redirect(visit, signOutAddress());
  },
  '/control': async (visit) => {
    const { unread }: { unread?: unknown } = Object(await json(visit.request));
    if (visit.account === null || typeof unread !== 'number') return sendText(visit, 'Who, and how many?', 400);
    visit.site.unread.set(visit.account, unread);
    sendText(visit, 'done');
  },
};

/** What the pages of every host ask for to learn who is signed in. */
export const whoRoutes: Routes = {
  // The service worker answers this; without it, this does.
  '/whoami-worker': (visit) => sendText(visit, 'nobody', 404),
  '/whoami-http-cache': (visit) => {
    visit.response.setHeader('cache-control', 'private, max-age=31536000, immutable');
    sendText(visit, visit.account ?? 'nobody');
  },
};

/** Every other page: of a service for those who are signed in, of another host for anybody. */
export function showPage(visit: Visit): void {
  const { url, account } = visit;
  const hint = url.searchParams.get('login_hint');
  const isKnown = account !== null && (hint ?? account) === account;
  if (!SERVICE_HOSTS.has(url.host) || isKnown || url.pathname === WELCOME) return sendHtml(visit, pageAt(visit));
  redirect(visit, signInAddress(visit));
}

/** Takes a token, and with it the cookie of the service; null where it is not good, or not any more. */
function redeem({ site, response }: Visit, token: string): string | null {
  const account = site.tokens.get(token) ?? null;
  site.tokens.delete(token);
  if (account !== null) response.setHeader('set-cookie', accountCookie(account));
  return account;
}

/** Ends a sign-in: a page keeps the account in every storage a service has, and goes to where the person was. */
function takeToken(visit: Visit): void {
  const account = redeem(visit, visit.url.searchParams.get('token') ?? '');
  if (account === null) return sendHtml(visit, '<title>Signing in</title><h1>This token is not good</h1>', 400);
  sendHtml(
    visit,
    `<html data-account="${escapeHtml(account)}" data-next="${escapeHtml(visit.url.searchParams.get('state') ?? '/')}">
<title>Signing in</title><h1>Signing in</h1><script type="module" src="/site/signed-in.ts"></script>`,
  );
}
