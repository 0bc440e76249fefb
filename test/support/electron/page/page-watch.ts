/* oxlint-disable unicorn/consistent-function-scoping -- sent to the page as source text: nothing may stand outside */
import type { PageMessage } from './messages.ts';

/** What `context-menu` is told of what was clicked. */
export interface Clicked {
  x: number;
  y: number;
  linkURL: string;
  linkText: string;
  srcURL: string;
  mediaType: 'none' | 'image' | 'audio' | 'video' | 'canvas';
  selectionText: string;
  titleText: string;
  altText: string;
  isEditable: boolean;
  isPassword: boolean;
}

/**
 * Tells main what happens in a page: what the context menu is asked for, which media play, full screen, its title, the
 * link under the mouse. Runs in the preload's world. Self-contained: it is sent to the page as source text.
 */
export function watchPage(tell: (message: PageMessage) => void): void {
  const linkOf = (event: Event): HTMLAnchorElement | undefined => {
    for (const node of event.composedPath()) if (node instanceof HTMLAnchorElement && node.href !== '') return node;
    return undefined;
  };
  const mediaTypeOf = (node: EventTarget | undefined): Clicked['mediaType'] => {
    if (node instanceof HTMLImageElement) return 'image';
    if (node instanceof HTMLVideoElement) return 'video';
    if (node instanceof HTMLAudioElement) return 'audio';
    return node instanceof HTMLCanvasElement ? 'canvas' : 'none';
  };
  window.addEventListener('contextmenu', (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault(); // Chromium's own menu stays away
    const [target] = event.composedPath();
    const link = linkOf(event);
    const field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : undefined;
    const inField = field?.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
    tell({
      kind: 'context-menu',
      clicked: {
        x: event.clientX,
        y: event.clientY,
        linkURL: link?.href ?? '',
        linkText: link?.textContent?.trim() ?? '',
        srcURL: target instanceof HTMLImageElement || target instanceof HTMLMediaElement ? target.currentSrc : '',
        mediaType: mediaTypeOf(target),
        selectionText: inField ?? getSelection()?.toString() ?? '',
        titleText: target instanceof HTMLElement ? target.title : '',
        altText: target instanceof HTMLImageElement ? target.alt : '',
        isEditable: (field && !field.readOnly) || (target instanceof HTMLElement && target.isContentEditable),
        isPassword: field?.type === 'password',
      },
    });
  });

  // Chromium tells a title that changes only together with the next address.
  document.addEventListener('DOMContentLoaded', () => {
    const tellTitle = (): void => tell({ kind: 'title', title: document.title.slice(0, 4096) }); // as Chromium cuts it
    const watched = { childList: true, characterData: true, subtree: true };
    new MutationObserver(tellTitle).observe(document.head, watched);
    tellTitle();
  });

  let over = '';
  window.addEventListener(
    'mouseover',
    (event) => {
      const url = linkOf(event)?.href ?? '';
      if (url !== over) tell({ kind: 'target', url });
      over = url;
    },
    true,
  );

  const playing = new Set<HTMLMediaElement>();
  let audible = false;
  const onMedia = ({ target }: Event): void => {
    if (!(target instanceof HTMLMediaElement)) return;
    const heard = !target.paused && !target.ended && !target.muted && target.volume > 0;
    if (heard) playing.add(target);
    else playing.delete(target);
    if (audible === playing.size > 0) return;
    audible = playing.size > 0;
    tell({ kind: 'audible', audible });
  };
  for (const name of ['playing', 'pause', 'ended', 'volumechange', 'emptied'])
    document.addEventListener(name, onMedia, true);

  document.addEventListener(
    'fullscreenchange',
    () => tell({ kind: 'fullscreen', on: document.fullscreenElement !== null }),
    true,
  );
}
