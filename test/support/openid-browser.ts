import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** What a person does at the provider's pages. */
export interface Visit {
  login: string;
  /** Goes back at the first page instead. */
  cancel?: boolean;
}

const COOKIE = /^([^=]+)=([^;]*)/;

/** Walks a provider's login and consent pages as a browser does, up to the address it sends back to, which is not asked. */
export async function walkPages(authorizationUrl: string, { login, cancel = false }: Visit): Promise<URL> {
  const { origin } = new URL(authorizationUrl);
  const jar = new Map<string, string>();
  let next: { url: string; form?: URLSearchParams } = { url: authorizationUrl };
  for (let step = 0; step < 20; step += 1) {
    const response = await ask(next, jar);
    const location = response.headers.get('location');
    if (location !== null) {
      const to = new URL(location, next.url);
      if (to.origin !== origin) return to;
      next = { url: to.href };
      continue;
    }
    const page = await response.text();
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined) throw new Error(`No form on the page: ${response.status} ${page.slice(0, 500)}`);
    if (cancel) next = { url: `${action}/abort` };
    else if (page.includes('value="login"'))
      next = { url: action, form: form({ prompt: 'login', login, password: 'x' }) };
    else next = { url: action, form: form({ prompt: 'consent' }) };
  }
  throw new Error('The pages did not end');
}

/** Signs a person in at the provider's pages and brings the answer back; gives the page seen last. */
export async function signInAt(authorizationUrl: string, visit: Visit): Promise<Page> {
  return goTo(await walkPages(authorizationUrl, visit));
}

/** What a browser was answered. */
export interface Page {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Calls an address on this computer as a browser that was sent there; `fetch` would say that a page called it. */
export async function goTo(address: URL | string): Promise<Page> {
  const request = get(address, { headers: { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' } });
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject);
  });
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields);

async function ask(
  { url, form }: { url: string; form?: URLSearchParams },
  jar: Map<string, string>,
): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { cookie },
    ...(form === undefined ? {} : { method: 'POST', body: form }),
  });
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = COOKIE.exec(line) ?? [];
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
  return response;
}
