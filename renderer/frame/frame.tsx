import { makeStyles, mergeClasses, tokens, useFocusFinders } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { useDownloads } from '../stores/downloads.ts';
import { useSnapshot } from '../stores/snapshot.ts';
import { useShownTab } from '../stores/tabs.ts';
import { CurrentPage } from './current-page.tsx';
import { Dialogs } from './dialogs.tsx';
import { NoticeBars } from './notice-bars.tsx';
import { ReadProblem } from './read-problem.tsx';
import { RemovalToasts } from './removal-toasts.tsx';
import { TopBar } from './top-bar.tsx';
import { useShellEvents } from './use-shell-events.ts';

const DownloadStrip = lazy(async () => ({ default: (await import('../downloads/download-strip.tsx')).DownloadStrip }));

const useStyles = makeStyles({
  root: { height: '100vh', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground2 },
  main: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden' },
  // A service has the room that is left, and scrolls by itself.
  service: { display: 'flex', flexDirection: 'column', overflowY: 'hidden' },
});

/** The window: top bar, notices, the page, and what lies above it. */
export function Frame() {
  const styles = useStyles();
  const loaded = useSnapshot((snapshot) => snapshot.loaded);
  const signedIn = useSnapshot((snapshot) => snapshot.accounts.primaryId !== null);
  const showsService = useShownTab() !== null;
  const hasDownloads = useDownloads(({ downloads }) => downloads.length > 0);
  useShellEvents(signedIn);
  // Keeps Fluent's focus manager alive: disposed of under an open dialog, it would leave the window hidden from screen readers.
  useFocusFinders();
  return (
    <div className={styles.root}>
      <TopBar signedIn={signedIn} />
      <NoticeBars />
      <main className={mergeClasses(styles.main, showsService && styles.service)}>
        <ReadProblem />
        <Suspense>{loaded && <CurrentPage signedIn={signedIn} />}</Suspense>
      </main>
      <Suspense>{hasDownloads && <DownloadStrip />}</Suspense>
      {signedIn && <Dialogs />}
      <RemovalToasts takesRoom={showsService || hasDownloads} />
    </div>
  );
}
