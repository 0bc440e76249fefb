/* oxlint-disable unicorn/consistent-function-scoping -- sent to the page as source text: nothing may stand outside */
import type { PageMessage } from './messages.ts';

/**
 * Tells main what Chromium does not announce over its protocol: focus, size and place of the window, accelerator keys,
 * the system's theme. Runs in the preload's world. Self-contained: it is sent to the page as source text.
 */
export function watchWindow(
  tell: (message: PageMessage) => void,
  holdsClose: boolean,
): { setAccelerators(keys: string[]): void } {
  let accelerators: string[] = [];
  for (const happened of ['focus', 'blur', 'resize'] as const)
    window.addEventListener(
      happened,
      (event) => {
        if (event.target === window) tell({ kind: 'window', happened });
      },
      true,
    );
  if (document.hasFocus() && location.protocol !== 'data:') tell({ kind: 'window', happened: 'focus' });
  let place = `${screenX},${screenY}`;
  window.addEventListener(
    'mousemove',
    () => {
      if (place === `${screenX},${screenY}`) return;
      place = `${screenX},${screenY}`;
      tell({ kind: 'window', happened: 'move' });
    },
    true,
  );
  // Told instead of done, as Chromium would be at the address before anybody is asked.
  const onClick = (event: MouseEvent): void => {
    const middle = event.type === 'auxclick' && event.button === 1;
    const held = event.type === 'click' && (event.ctrlKey || event.metaKey || event.shiftKey);
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href !== '');
    if (event.defaultPrevented || !(middle || held) || !(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    const tab = event.shiftKey ? 'foreground-tab' : 'background-tab';
    tell({
      kind: 'link',
      url: link.href,
      disposition: !middle && !event.ctrlKey && !event.metaKey ? 'new-window' : tab,
    });
  };
  window.addEventListener('click', onClick);
  window.addEventListener('auxclick', onClick);
  let scrolled: number | undefined;
  const tellScroll = (): void => {
    clearTimeout(scrolled);
    scrolled = undefined;
    tell({ kind: 'scroll', x: Math.round(scrollX), y: Math.round(scrollY) });
  };
  document.addEventListener('scroll', () => (scrolled ??= window.setTimeout(tellScroll, 100)), { passive: true });
  window.addEventListener('pagehide', () => scrolled !== undefined && tellScroll());
  // Held up so that main can veto a close; a navigation passes.
  window.addEventListener('beforeunload', (event) => {
    if (holdsClose && location.protocol !== 'data:') event.preventDefault();
  });

  const keysOf = (event: KeyboardEvent): string =>
    [
      event.ctrlKey ? 'Ctrl' : '',
      event.metaKey ? 'Meta' : '',
      event.altKey ? 'Alt' : '',
      event.shiftKey ? 'Shift' : '',
      event.key.length === 1 ? event.key.toUpperCase() : event.key,
    ]
      .filter((part) => part !== '')
      .join('+');
  const tellKey = (event: KeyboardEvent): void => {
    const { key, code, shiftKey: shift, ctrlKey: control, altKey: alt, metaKey: meta, isComposing, location } = event;
    const type = event.type === 'keydown' ? 'keyDown' : 'keyUp';
    const isAutoRepeat = event.repeat;
    tell({ kind: 'key', input: { type, key, code, isAutoRepeat, isComposing, shift, control, alt, meta, location } });
  };
  window.addEventListener('keydown', tellKey, true);
  window.addEventListener('keyup', tellKey, true);
  // Chromium's own shortcuts, which Electron does not have.
  const OF_CHROMIUM = /^(Ctrl\+(Shift\+)?[DFGHIJLNOPRSTUW]|F[13567]|F1[12]|Ctrl\+[+\-0])$/;
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const keys = keysOf(event);
    if (accelerators.includes(keys)) tell({ kind: 'accelerator', keys });
    else if (!OF_CHROMIUM.test(keys)) return;
    event.preventDefault();
  });

  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(forced-colors: active)');
  const tellTheme = (): void => tell({ kind: 'theme', dark: dark.matches, highContrast: contrast.matches });
  dark.addEventListener('change', tellTheme);
  contrast.addEventListener('change', tellTheme);
  if (dark.matches || contrast.matches) tellTheme();

  return {
    setAccelerators(keys) {
      accelerators = keys;
    },
  };
}
