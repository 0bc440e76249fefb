import type { Navigation } from '../../shared/domain/environment.ts';
import type { Log } from '../log.ts';
import { parseDeepLink } from './deep-link.ts';

/** Where links arrive, from arguments, a second start or the system, whenever that is. */
export interface LinkInbox {
  /** Takes what may be a link. One that says nothing we know only brings the window to the front. */
  receive(link: string): void;
  /** Hears of links from now on, and of the newest that came before. */
  deliverTo(show: (navigation: Navigation | undefined) => void): void;
}

export function createLinkInbox(log: Pick<Log, 'event'>): LinkInbox {
  let waiting: string | null = null;
  let show: ((navigation: Navigation | undefined) => void) | null = null;
  const deliver = (link: string) => {
    const navigation = parseDeepLink(link);
    if (navigation === null) log.event('link-refused');
    show?.(navigation ?? undefined);
  };
  return {
    receive: (link) => (show ? deliver(link) : void (waiting = link)),
    deliverTo(listener) {
      show = listener;
      if (waiting !== null) deliver(waiting);
      waiting = null;
    },
  };
}
