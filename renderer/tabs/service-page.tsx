import { makeStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Tab, TabId } from '../../shared/domain/tab.ts';
import { useWindowTitle } from '../components/page.tsx';
import { useOverlays } from '../stores/overlays.ts';
import { AskBar } from './ask-bar.tsx';
import { BrowserBar } from './browser-bar.tsx';
import { FindBar } from './find-bar.tsx';
import { useFind } from './find.ts';
import { ProblemPage } from './problem-page.tsx';
import { ServiceBar } from './service-bar.tsx';
import { ServiceRoom } from './service-room.tsx';
import { enterPage } from './show.ts';
import { labelOf } from './title.ts';

const useStyles = makeStyles({
  // Its layers are its own: the profile menu lies above all of them.
  root: { isolation: 'isolate', flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  // The page has a heading of its own, which is not ours.
  heading: { position: 'absolute', width: '1px', height: '1px', margin: 0, overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** A service of the active account: what can be done with its page, and the room of the page itself. */
export function ServicePage({ tab }: { tab: Tab }) {
  const styles = useStyles();
  const { text, name } = labelOf(tab);
  const isSearching = useFind(({ tabId }) => tabId === tab.id);
  const ask = tab.asks[0];
  useWindowTitle(text);
  useFocusOnPage(tab.id);
  return (
    <div role="tabpanel" aria-label={name} className={styles.root}>
      <h1 tabIndex={-1} className={styles.heading}>
        {text}
      </h1>
      <ServiceBar tab={tab} />
      {isSearching && tab.problem === null && <FindBar key={tab.id} tab={tab} />}
      {ask && <AskBar key={ask.id} tabId={tab.id} ask={ask} />}
      {tab.wantsBrowser && <BrowserBar tab={tab} />}
      {tab.problem === null ? <ServiceRoom tab={tab} /> : <ProblemPage tab={tab} problem={tab.problem} />}
    </div>
  );
}

/** Gives the page the keyboard when it comes to be shown, unless the person is among the tabs or in a menu. */
function useFocusOnPage(tabId: TabId): void {
  useEffect(() => {
    const isAmongTabs = document.activeElement?.getAttribute('role') === 'tab';
    if (!isAmongTabs && useOverlays.getState().open === 0) enterPage(tabId);
  }, [tabId]);
}
