import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** A request as the site saw it; `path` has the query with it. */
export interface SeenRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Whose cookie came with it. */
  readonly account: string | null;
}

/** What the site remembers between requests. */
export interface SiteState {
  /** How many unread messages an account has; 3 where nothing is said. */
  readonly unread: Map<string, number>;
  /** Tokens of sign-ins that no service has taken yet, with their accounts. */
  readonly tokens: Map<string, string>;
  /** Lets the downloads go on that wait half-way. */
  readonly held: Set<() => void>;
}

/** One request being answered. */
export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly account: string | null;
  readonly site: SiteState;
}

/** Answers one visit. */
export type Answer = (visit: Visit) => void | Promise<void>;
/** Answers by exact path. */
export type Routes = Readonly<Record<string, Answer>>;

/** The name of the cookie that says who is signed in, at the sign-in host and at each service of its own. */
const COOKIE = 'account';

/** Whose cookie a request carries. */
export function accountOf({ headers }: IncomingMessage): string | null {
  const found = (headers.cookie ?? '').split('; ').find((pair) => pair.startsWith(`${COOKIE}=`));
  return found === undefined ? null : decodeURIComponent(found.slice(COOKIE.length + 1)) || null;
}

/** A cookie that lasts for a year, or the one that ends it. */
export function accountCookie(account: string | null, more = ''): string {
  return `${COOKIE}=${encodeURIComponent(account ?? '')}; Path=/; Secure; Max-Age=${account === null ? 0 : 31_536_000}${more}`;
}

export function sendHtml({ response }: Visit, html: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>\n${html}`);
}

export function sendText({ response }: Visit, said: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(said);
}

/** Sends the visitor on; the address goes out as it is given, whatever it says. */
export function redirect({ response }: Visit, to: string): void {
  response.writeHead(302, { location: to }).end();
}

/** An address with parameters; those that are null are left out. */
export function address(base: string, params: Readonly<Record<string, string | null>>): string {
  const url = new URL(base);
  for (const [name, value] of Object.entries(params)) if (value !== null) url.searchParams.set(name, value);
  return url.href;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(value: string): string {
  return value.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
