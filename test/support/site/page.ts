import { downloadPath } from './downloads.ts';
import { serviceNameAt } from './hosts.ts';
import { escapeHtml, type Visit } from './visit.ts';

const MB = 1_048_576;

/** Links as people click them, by what they say. */
const LINKS: readonly [says: string, href: string, attributes?: string][] = [
  ['Same service', '/page/2'],
  ['Same service in a new window', '/page/2', 'target="_blank"'],
  ['Same service in a named window', '/page/2', 'target="reading"'],
  ['Same service in a new window without opener', '/page/2', 'target="_blank" rel="noopener"'],
  ['Same service in a new window with opener', '/page/2', 'target="_blank" rel="opener"'],
  ['Another service', 'https://teams.microsoft.com/'],
  ['Another service in a new window', 'https://teams.microsoft.com/', 'target="_blank"'],
  ['Elsewhere', 'https://other.example/'],
  ['Elsewhere in a new window', 'https://other.example/', 'target="_blank"'],
  ['Elsewhere in a named window', 'https://other.example/', 'target="reading"'],
  ['The end of the page', '#end'],
  ['A letter', 'mailto:maria@example.com'],
  ['A file', downloadPath({ size: 5 * MB, name: 'report.bin' })],
  ['A file of unknown length', downloadPath({ size: 5 * MB, unsized: true })],
  ['A file that waits', downloadPath({ size: 5 * MB, hold: MB })],
  ['A file that breaks off', downloadPath({ size: 5 * MB, cut: MB })],
  ['A file that climbs out', downloadPath({ size: 12, name: '../../climbed/out.bin' })],
  ['A file of the page itself', 'data:text/plain,Switchboard', 'download="own.txt"'],
  ['A name and a password', '/basic'],
  ['A domain sign-in', '/ntlm'],
  ['A bad certificate', 'https://badcert.example/'],
  ['A client certificate', 'https://client-certificate.example/'],
  ['Nobody there', 'https://refused.example/'],
  ['A host that does not exist', 'https://nowhere.example/'],
  ['A chain of 15', `/chain?left=14&to=${encodeURIComponent('https://other.example/')}`],
  ['A loop', '/loop'],
];

/** Where each store's answer to "who is signed in" stands; the script fills in what only it can see. */
const STORES = ['cookie', 'local-storage', 'indexed-db', 'cache-storage', 'http-cache', 'worker'];

/** The page of a service, or of any other host: the same everywhere, because what counts is what it does. */
export function pageAt(visit: Visit): string {
  const { url, request, account } = visit;
  const title = escapeHtml(titleAt(visit));
  return `<html lang="en" data-service="${escapeHtml(serviceNameAt(url))}" data-account="${escapeHtml(account ?? '')}">
<title>${title}</title>
<style>html { overflow-anchor: none } body { font: 16px sans-serif; margin: 16px } label, nav a { margin-right: 8px } [id^=p] { margin: 60px 0 }</style>
<h1>${title}</h1>
<p>The server says: <output id="from-server">${escapeHtml(account === null ? 'nobody' : `signed in as ${account}`)}</output></p>
${STORES.map((name) => `<p>${name}: <output id="from-${name}"></output></p>`).join('\n')}
<p>Opener: <output id="opener"></output></p>
<p>Sees: <output id="user-agent"></output></p>
<p>Sends: <output id="user-agent-header">${escapeHtml(request.headers['user-agent'] ?? '')}</output></p>
<nav>${[1, 2, 3, 4, 5].map((number) => `<a href="/page/${number}">Page ${number}</a>`).join('')}<a href="/sign-out">Sign out</a></nav>
<p><label>Kept back <textarea id="guarded"></textarea></label><label>Free <textarea id="unguarded"></textarea></label></p>
<form id="given">
<label>to <input name="to" value="https://other.example/"></label>
<label>by <input name="by" value="link"></label>
<label>target <input name="target"></label>
<label>features <input name="features"></label>
<label>count <input name="count" value="100"></label>
<label>seconds <input name="seconds" value="1"></label>
</form>
<div id="actions"></div>
<ul>${LINKS.map(([says, href, more = '']) => `<li><a href="${escapeHtml(href)}" ${more}>${says}</a></li>`).join('\n')}</ul>
${Array.from({ length: 50 }, (_, index) => `<p id="p${index}">Paragraph ${index} of a long page</p>`).join('\n')}
<p id="end">The end</p>
<script type="module" src="/site/page.ts"></script>`;
}

/** A title as Outlook has it: `(3) Inbox - maria@example.com - Outlook`. */
function titleAt({ url, account, site }: Visit): string {
  if (account === null) return serviceNameAt(url);
  const name = serviceNameAt(url);
  const page = /^\/page\/(\d)$/.exec(url.pathname)?.[1];
  const unread = site.unread.get(account) ?? 3;
  const what = page === undefined ? 'Inbox' : `Page ${page}`;
  return `${unread > 0 ? `(${unread}) ` : ''}${what} - ${account} - ${name}`;
}
