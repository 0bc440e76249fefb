import type { session } from 'electron/main';
import type { Fetch } from '../ports.ts';

/**
 * The way to servers for main itself, through the system's proxy and certificate store. Sessions of its own, because
 * that of our window makes no request at all (security: W11); nothing of them is kept.
 *
 * Chromium makes a request anew, a POST as well, where a connection that served one before ends under it without an
 * answer (net/http/http_network_transaction.cc, `ShouldResendRequest`). A code would go out twice by that, and a refresh
 * token be spent twice (security: D3): each POST gets a new connection, as long as none is under way, which would be cut.
 */
export function openNetwork(sessions: Pick<typeof session, 'fromPartition'>): Fetch {
  let posts = 0;
  return async (address, init) => {
    const isPost = init?.method === 'POST';
    const requests = sessions.fromPartition(isPost ? 'switchboard-posts' : 'switchboard-requests', { cache: false });
    if (isPost && posts === 0) await requests.closeAllConnections();
    posts += isPost ? 1 : 0;
    try {
      const options = { ...init, credentials: 'omit', bypassCustomProtocolHandlers: true } as const;
      return await requests.fetch(address.toString(), options);
    } finally {
      posts -= isPost ? 1 : 0;
    }
  };
}
