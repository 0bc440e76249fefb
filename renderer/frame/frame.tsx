import { makeStyles, tokens, useFocusFinders } from '@fluentui/react-components';
import { Suspense } from 'react';
import { useSnapshot } from '../stores/snapshot.ts';
import { CurrentPage } from './current-page.tsx';
import { Dialogs } from './dialogs.tsx';
import { NoticeBars } from './notice-bars.tsx';
import { ReadProblem } from './read-problem.tsx';
import { RemovalToasts } from './removal-toasts.tsx';
import { TopBar } from './top-bar.tsx';
import { useShellEvents } from './use-shell-events.ts';

const useStyles = makeStyles({
  root: { height: '100vh', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground2 },
  main: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden' },
});

/** The window: top bar, notices, the page, and what lies above it. */
export function Frame() {
  const styles = useStyles();
  const loaded = useSnapshot((snapshot) => snapshot.loaded);
  const signedIn = useSnapshot((snapshot) => snapshot.accounts.primaryId !== null);
  useShellEvents(signedIn);
  // Keeps Fluent's focus manager alive: disposed of under an open dialog, it would leave the window hidden from screen readers.
  useFocusFinders();
  return (
    <div className={styles.root}>
      <TopBar signedIn={signedIn} />
      <NoticeBars />
      <main className={styles.main}>
        <ReadProblem />
        <Suspense>{loaded && <CurrentPage signedIn={signedIn} />}</Suspense>
      </main>
      {signedIn && <Dialogs />}
      <RemovalToasts />
    </div>
  );
}
