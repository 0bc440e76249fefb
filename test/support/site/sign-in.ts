import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { DEVICE_HOST, PERSONAL_SIGN_IN_HOST, SIGN_IN_HOST } from './hosts.ts';
import { accountCookie, address, escapeHtml, redirect, sendHtml, type Routes, type Visit } from './visit.ts';

const AUTHORIZE = `https://${SIGN_IN_HOST}/common/oauth2/v2.0/authorize`;
const SIGN_OUT = `https://${SIGN_IN_HOST}/common/oauth2/v2.0/logout`;

/** The page of a service to which a token comes. */
export const TAKE_TOKEN = '/signed-in';

/** Accounts whose name begins so may sign in on managed devices only. */
const MANAGED = 'managed';

/** The address of a service at which a visitor without a session signs in, to come back to where they were. */
export function signInAddress({ url }: Visit): string {
  const back = new URL(url);
  const hint = back.searchParams.get('login_hint');
  back.searchParams.delete('login_hint');
  return address(AUTHORIZE, {
    redirect_uri: new URL(TAKE_TOKEN, url).href,
    state: back.pathname + back.search,
    login_hint: hint,
  });
}

/** The address at which the account's session at the sign-in host ends. */
export const signOutAddress = (): string => SIGN_OUT;

/** What the sign-in hosts answer. A service, these three, and the form make a chain of three redirects. */
export const signInRoutes: Routes = {
  '/common/oauth2/v2.0/authorize': (visit) =>
    redirect(visit, `https://${PERSONAL_SIGN_IN_HOST}/oauth20_authorize.srf${visit.url.search}`),
  '/oauth20_authorize.srf': (visit) => redirect(visit, `https://${SIGN_IN_HOST}/common/login${visit.url.search}`),
  '/common/login': logIn,
  '/common/oauth2/v2.0/logout': (visit) => {
    visit.response.setHeader('set-cookie', accountCookie(null, '; HttpOnly'));
    sendHtml(visit, '<title>Signed out</title><h1>You signed out of your account</h1>');
  },
};

async function logIn(visit: Visit): Promise<void> {
  const { request, response, url, account } = visit;
  if (request.method === 'POST') {
    const typed = new URLSearchParams(await text(request)).get('loginfmt') ?? '';
    response.setHeader('set-cookie', accountCookie(typed, '; HttpOnly; SameSite=None'));
    return finish(visit, typed);
  }
  const hint = url.searchParams.get('login_hint');
  // Who is signed in here needs no form, unless the service wants somebody else.
  if (account !== null && (hint ?? account) === account) return finish(visit, account);
  sendHtml(visit, form(hint ?? ''));
}

const form = (hint: string) => `<html lang="en"><title>Sign in to your account</title>
<h1>Sign in</h1>
<form method="post">
  <label>Email, phone, or Skype <input name="loginfmt" type="email" value="${escapeHtml(hint)}"></label>
  <label>Password <input name="passwd" type="password"></label>
  <button>Sign in</button>
</form>`;

/** Goes back to the service with a token that is good once; from a popup, by a message to the page that opened it. */
function finish(visit: Visit, account: string): void {
  const { url, site } = visit;
  const back = url.searchParams.get('redirect_uri') ?? '';
  if (account.startsWith(MANAGED)) return redirect(visit, address(`https://${DEVICE_HOST}/`, { redirect_uri: back }));
  const token = randomUUID();
  site.tokens.set(token, account);
  if (!url.searchParams.has('popup'))
    return redirect(visit, address(back, { token, state: url.searchParams.get('state') }));
  const message = JSON.stringify({ token });
  sendHtml(
    visit,
    `<title>Signing in</title>
<script>
if (opener) { opener.postMessage(${message}, ${JSON.stringify(new URL(back).origin)}); close(); }
else document.write('The page that asked is gone');
</script>`,
  );
}

/** What the host of managed devices says: in the words and with the code of Microsoft's own page. */
export function refuseDevice(visit: Visit): void {
  sendHtml(
    visit,
    `<html lang="en"><title>Sign in to your account</title>
<h1>You can't get there from here</h1>
<p>Your sign-in was successful, but does not meet the criteria to access this resource. Your administrator requires
the device requesting access to be managed. Use Microsoft Edge or another supported browser to continue.</p>
<p>Error code: 53000</p>`,
    403,
  );
}
