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
  /** One window a turn: many in one turn crash a page that two debuggers watch, as a test's and the stand-in's do. */
  storm: async (given) => {
    let opened = 0;
    for (let left = Number(given.get('count')); left > 0; left -= 1) {
      if (open(text(given, 'to'), `storm-${left}`, 'width=200,height=100') !== null) opened += 1;
      await new Promise((resolve) => void setTimeout(resolve));
    }
    return `${opened} opened`;
  },
  /** Clicks a link that many times as a person with Ctrl held does, all in one turn. */
  'link-storm': (given) => {
    const link = Object.assign(document.createElement('a'), { href: text(given, 'to') });
    document.body.append(link);
    for (let left = Number(given.get('count')); left > 0; left -= 1)
      link.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true }));
  },
  'move-opener': (given) => {
    const opener: Window | null = window.opener;
    if (opener === null) return 'none';
    opener.location.href = text(given, 'to');
    return 'moved';
  },
};
