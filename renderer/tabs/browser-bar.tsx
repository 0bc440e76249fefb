import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { TabId } from '../../shared/domain/tab.ts';
import { announce } from '../components/announce.tsx';
import { openInBrowser } from './show.ts';
import { useBarStyles } from './use-bar-styles.ts';
import { words } from './words.ts';

/** Offers a real browser where a page asks for a sign-in that only one has. */
export function BrowserBar({ tabId }: { tabId: TabId }) {
  const styles = useBarStyles();
  useEffect(() => announce(words.wantsBrowser), []);
  return (
    <section aria-label={words.openInBrowser} className={styles.root}>
      <span className={styles.text}>{words.wantsBrowser}</span>
      <span className={styles.actions}>
        <Button size="small" appearance="primary" onClick={() => void openInBrowser(tabId)}>
          {words.openInBrowser}
        </Button>
      </span>
    </section>
  );
}
