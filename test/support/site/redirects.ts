import { address, escapeHtml, redirect, sendHtml, type Routes, type Visit } from './visit.ts';

/** Where chains go to and fro. */
const HOPS = ['attacker.example', 'other.example'] as const;

/** Ways of a server to send a visitor away, on every host. */
export const redirectRoutes: Routes = {
  /** To `to`, whatever it says. */
  '/redirect': (visit) => redirect(visit, wanted(visit)),
  /** Over `left` more addresses of two hosts, and then to `to`. */
  '/chain': (visit) => {
    const left = Number(visit.url.searchParams.get('left') ?? 0);
    const host = HOPS[left % 2] ?? HOPS[0];
    redirect(
      visit,
      left > 0 ? address(`https://${host}/chain`, { left: `${left - 1}`, to: wanted(visit) }) : wanted(visit),
    );
  },
  /** To itself, for ever. */
  '/loop': (visit) => redirect(visit, visit.url.href),
  /** By the page's own `refresh`. */
  '/refresh': (visit) =>
    sendHtml(visit, `<meta http-equiv="refresh" content="0; url=${escapeHtml(wanted(visit))}"><title>Refresh</title>`),
};

const wanted = ({ url }: Visit) => url.searchParams.get('to') ?? '/';
