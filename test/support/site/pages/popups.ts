import { byId, type Action } from './actions.ts';

/** What a page can learn of the one that opened it. */
function openerSeen(): string {
  const opener: Window | null = window.opener;
  if (opener === null) return 'none';
  try {
    return `same origin: ${opener.location.href}`;
  } catch {
    return 'another origin';
  }
}

byId('opener').textContent = openerSeen();

const answered = (opened: Window | null) => (opened === null ? 'refused' : 'opened');
const text = (given: URLSearchParams, name: string) => given.get(name) ?? '';

/** Opens windows, or reaches for the one that opened this. */
export const popups: Readonly<Record<string, Action>> = {
  open: (given) => answered(open(text(given, 'to'), text(given, 'target'), text(given, 'features'))),
  storm: (given) => {
    const count = Number(given.get('count'));
    const names = Array.from({ length: count }, (_, index) => `storm-${index}`);
    return `${names.filter((name) => open(text(given, 'to'), name, 'width=200,height=100') !== null).length} opened`;
  },
  'move-opener': (given) => {
    const opener: Window | null = window.opener;
    if (opener === null) return 'none';
    opener.location.href = text(given, 'to');
    return 'moved';
  },
};
