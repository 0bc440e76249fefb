import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { TabId } from '../../shared/domain/tab.ts';
import { api } from '../ipc/client.ts';
import { useOverlays } from '../stores/overlays.ts';

/** For how long a menu may stay below a page, while a picture of the page is taken. */
const PICTURE_WAIT_MS = 50;

/** Distances from the window's upper and lower edge, in CSS pixels. */
interface Room {
  top: number;
  bottom: number;
}

/** What main was told last; undefined before the first time. */
let told: Room | null | undefined;

/** Tells main where the page may lie, only when that changed. */
function tell(room: Room | null): void {
  if (told !== undefined && told?.top === room?.top && told?.bottom === room?.bottom) return;
  told = room;
  void api.tabs.place({ room });
}

/** The room an element has in a window of that height; what sticks out is cut off. */
export function roomOf({ top, bottom }: Pick<DOMRect, 'top' | 'bottom'>, windowHeight: number): Room {
  return { top: Math.max(0, top), bottom: Math.max(0, windowHeight - bottom) };
}

/** A picture of the page, ready to be drawn; null where there is none. */
async function pictureOf(tabId: TabId): Promise<string | null> {
  const answer = await api.tabs.picture({ tabId });
  if (!answer.ok || answer.value.picture === null) return null;
  const image = new Image();
  image.src = answer.value.picture;
  // Else it would be drawn a moment after the page is gone.
  await image.decode().catch(() => {});
  return answer.value.picture;
}

/**
 * Lets main lay the page's view over `element`, as long as no menu or dialog of ours is open: a view covers everything
 * below it. Gives a picture of the page to be drawn there meanwhile; null while the view is there, or without one.
 */
export function usePlacedView(element: RefObject<HTMLElement | null>, tabId: TabId): string | null {
  const isCovered = useOverlays(({ open }) => open > 0);
  const [hidden, setHidden] = useState<{ of: TabId; picture: string | null } | null>(null);
  const isHidden = hidden !== null;
  if (isHidden && !isCovered) setHidden(null);

  useEffect(() => {
    if (!isCovered) return undefined;
    let isOver = false;
    const hide = (picture: string | null) => !isOver && setHidden({ of: tabId, picture });
    // One that comes late is drawn late.
    const late = setTimeout(hide, PICTURE_WAIT_MS, null);
    void pictureOf(tabId).then((picture) => {
      clearTimeout(late);
      return hide(picture);
    });
    return () => {
      isOver = true;
      clearTimeout(late);
    };
  }, [isCovered, tabId]);

  useLayoutEffect(() => {
    const room = element.current;
    if (isHidden || room === null) return undefined;
    const observer = new ResizeObserver(() => tell(roomOf(room.getBoundingClientRect(), innerHeight)));
    observer.observe(room);
    tell(roomOf(room.getBoundingClientRect(), innerHeight));
    return () => observer.disconnect();
  }, [isHidden, element]);

  // After the picture was drawn, so that the page seems to stay.
  useEffect(() => {
    if (isHidden) tell(null);
  }, [isHidden]);
  useLayoutEffect(() => () => tell(null), []);

  // A tab that was shown meanwhile looks different.
  return hidden?.of === tabId ? hidden.picture : null;
}
