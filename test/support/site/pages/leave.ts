import type { Action } from './actions.ts';

/** An element that goes to `to` once it is in the document and clicked. */
function clicked(tag: 'a' | 'form', to: string, target: string): void {
  const element = document.createElement(tag);
  element.target = target;
  document.body.append(element);
  if (element instanceof HTMLAnchorElement) {
    element.href = to;
    element.click();
  } else {
    element.action = to;
    element.submit();
  }
  element.remove();
}

function frame(to: string): void {
  const element = document.createElement('iframe');
  element.allow = 'camera *; microphone *; geolocation *; clipboard-read *; fullscreen *; midi *; display-capture *';
  element.src = to;
  document.body.prepend(element);
}

/** Ways for a page to go to an address. */
const ways: Readonly<Record<string, (to: string, target: string) => void>> = {
  link: (to, target) => clicked('a', to, target),
  form: (to, target) => clicked('form', to, target),
  location: (to) => void (location.href = to),
  assign: (to) => location.assign(to),
  replace: (to) => location.replace(to),
  refresh: (to) => location.assign(`/refresh?to=${encodeURIComponent(to)}`),
  redirect: (to) => location.assign(`/redirect?to=${encodeURIComponent(to)}`),
  open: (to, target) => void open(to, target),
  iframe: (to) => frame(to),
  'iframe-redirect': (to) => frame(`/redirect?to=${encodeURIComponent(to)}`),
  fetch: (to) => void fetch(to).catch(() => {}),
};

/** Goes to the address `to` in the way `by`; `javascript:`, `blob:` and the like are nothing special. */
export const leaving: Readonly<Record<string, Action>> = {
  leave: (given) => {
    const way = ways[given.get('by') ?? ''];
    if (!way) throw new Error(`No such way: ${Object.keys(ways).join(', ')}`);
    way(given.get('to') ?? '', given.get('target') ?? '');
  },
  /** Goes to a page that the page itself has made. */
  'leave-to-blob': () => {
    const page = new Blob(['<title>Made here</title><h1>Made here</h1>'], { type: 'text/html' });
    location.assign(URL.createObjectURL(page));
  },
};
