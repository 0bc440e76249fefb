import { Button, makeStyles, Spinner, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Tab, TabProblem } from '../../shared/domain/tab.ts';
import { announce } from '../components/announce.tsx';
import { api } from '../ipc/client.ts';
import { problemWords } from './problem-words.ts';
import { closeTab, openInBrowser } from './show.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    width: '100%',
    maxWidth: '560px',
    boxSizing: 'border-box',
    margin: '0 auto',
    padding: 'clamp(16px, 10vh, 96px) 16px 16px',
    overflowWrap: 'anywhere',
    // In a low window it scrolls instead of losing lines.
    '& > *': { flexShrink: 0 },
  },
  title: { ...typographyStyles.title3, margin: 0 },
  code: { color: tokens.colorNeutralForeground3, fontFamily: tokens.fontFamilyMonospace },
  spinner: { alignSelf: 'flex-start' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Stands where the page would, and says why it does not and what to do. */
export function ProblemPage({ tab, problem }: { tab: Tab; problem: TabProblem }) {
  const styles = useStyles();
  const { title, text, code } = problemWords(problem);
  useEffect(() => announce(`${title}. ${text}`), [title, text]);
  return (
    <div className={styles.root}>
      <h2 className={styles.title}>{title}</h2>
      <Text>{text}</Text>
      {problem.kind === 'hung' && (
        <Spinner className={styles.spinner} size="tiny" labelPosition="after" label="Waiting for the page" />
      )}
      {code !== null && (
        <Text size={200} className={styles.code}>
          {code}
        </Text>
      )}
      <div className={styles.actions}>
        <Actions tab={tab} kind={problem.kind} />
      </div>
    </div>
  );
}

/** What helps stands first. */
function Actions({ tab, kind }: { tab: Tab; kind: TabProblem['kind'] }) {
  const tabId = tab.id;
  const wantsBrowser = kind === 'sign-in-refused';
  const isAlive = kind !== 'crashed' && kind !== 'hung';
  const browser = (
    <Button appearance={wantsBrowser ? 'primary' : 'secondary'} onClick={() => void openInBrowser(tabId)}>
      {words.openInBrowser}
    </Button>
  );
  return (
    <>
      {wantsBrowser && browser}
      <Button appearance={wantsBrowser ? 'secondary' : 'primary'} onClick={() => void api.tabs.reload({ tabId })}>
        {isAlive ? words.tryAgain : words.reload}
      </Button>
      {isAlive && tab.canGoBack && (
        <Button onClick={() => void api.tabs.go({ tabId, to: 'back' })}>{words.goBack}</Button>
      )}
      {kind === 'not-loaded' && browser}
      <Button onClick={() => void closeTab(tab)}>{words.close}</Button>
    </>
  );
}
