import type { session } from 'electron/main';
import type { Fetch } from '../ports.ts';

/**
 * The way to servers for main itself, through the system's proxy and certificate store. A session of its own, because
 * that of our window makes no request at all (security: W11); nothing of it is kept.
 */
export function openNetwork(sessions: Pick<typeof session, 'fromPartition'>): Fetch {
  return (address, init) =>
    sessions
      .fromPartition('switchboard-requests', { cache: false })
      .fetch(address.toString(), { ...init, credentials: 'omit', bypassCustomProtocolHandlers: true });
}
