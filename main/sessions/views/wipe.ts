import type { Session } from 'electron/main';

/** What is wiped of a session. */
type Wipable = Pick<Session, 'clearData' | 'clearAuthCache' | 'closeAllConnections'> & {
  cookies: Pick<Session['cookies'], 'flushStore'>;
};

/** Takes everything out of a session that is in use; its folder is deleted at the next start (security: W12). */
export async function wipeSession(session: Wipable): Promise<void> {
  await session.clearData();
  await session.clearAuthCache();
  await session.cookies.flushStore();
  // Kept connections may still be signed in.
  await session.closeAllConnections();
}
