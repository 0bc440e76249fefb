import type { Tab } from '../../shared/domain/tab.ts';
import { services, type ServiceIcon } from '../../shared/services.ts';
import { splitAddress } from './address.ts';

/** A title that begins with a count of what is unread, as `(3) Inbox`, apart; `unread` is null without one. */
export function splitTitle(title: string): { unread: number | null; rest: string } {
  const match = /^\s*[([](\d{1,5})\+?[)\]]\s*(.*)$/s.exec(title);
  if (match === null) return { unread: null, rest: title.trim() };
  return { unread: Number(match[1]), rest: (match[2] ?? '').trim() };
}

export interface TabLabel {
  /** What is written on the tab. */
  text: string;
  /** What the tab is called, beginning with the name of its service. */
  name: string;
  unread: number | null;
  icon: ServiceIcon;
}

type Labelled = Pick<Tab, 'serviceId' | 'title' | 'address' | 'problem' | 'isAsleep' | 'isAudible'>;

/** How a tab is shown and called: by its service, the title of its page, and what it is doing. */
export function labelOf(tab: Labelled): TabLabel {
  const service = services.find(({ id }) => id === tab.serviceId);
  // A page that did not come has no title: what is there is that of the page before.
  const hasPage = tab.problem?.kind !== 'not-loaded' && tab.problem?.kind !== 'certificate';
  const { unread, rest } = splitTitle(hasPage ? tab.title : '');
  const text = rest || service?.name || splitAddress(tab.address).host || 'New tab';
  const name = [
    service?.name,
    text === service?.name ? undefined : text,
    unread === null ? undefined : `${unread} unread`,
    tab.isAudible ? 'plays sound' : undefined,
    tab.isAsleep ? 'asleep' : undefined,
  ];
  return { text, name: name.filter(Boolean).join(', '), unread, icon: service?.icon ?? 'globe' };
}
