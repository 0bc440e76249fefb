import type { Session } from 'electron/main';

/** What is wiped of a session. */
type Wipable = Pick<Session, 'clearData' | 'clearAuthCache' | 'closeAllConnections'> & {
  cookies: Pick<Session['cookies'], 'flushStore'>;
};

/** Takes everything out of a session that is in use; its folder is deleted at the next start (security: W12). */
export async function wipeSession(session: Wipable): Promise<void> {
  const steps = [
    () => session.clearData(),
    () => session.clearAuthCache(),
    () => session.cookies.flushStore(),
    // Kept connections may still be signed in.
    () => session.closeAllConnections(),
  ];
  const failed: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      // What cannot be wiped is no reason to keep the rest.
      failed.push(error);
    }
  }
  if (failed.length > 0) throw failed[0];
}
