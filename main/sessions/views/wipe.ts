import type { Session } from 'electron/main';

/** Takes everything out of a session that is in use; its folder is deleted at the next start (security: W12). */
export async function wipeSession(session: Session): Promise<void> {
  await session.clearData();
  await session.clearAuthCache();
  await session.cookies.flushStore();
  // Kept connections may still be signed in.
  await session.closeAllConnections();
}
