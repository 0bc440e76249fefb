import { Button } from '@fluentui/react-components';
import { useEffect, useId } from 'react';
import type { PermissionAsk, TabId } from '../../shared/domain/tab.ts';
import { announce } from '../components/announce.tsx';
import { api } from '../ipc/client.ts';
import { askWords } from './permission-words.ts';
import { useBarStyles } from './use-bar-styles.ts';
import { words } from './words.ts';

/** What the page asks for. It takes no focus: whoever types into the page must not answer by that. */
export function AskBar({ tabId, ask }: { tabId: TabId; ask: PermissionAsk }) {
  const styles = useBarStyles();
  const textId = useId();
  const text = askWords(ask.origin, ask.permissions);
  useEffect(() => announce(text), [text]);
  const answer = (isAllowed: boolean) => void api.tabs.answer({ tabId, askId: ask.id, isAllowed });
  return (
    <div role="alertdialog" aria-labelledby={textId} className={styles.root}>
      <span id={textId} className={styles.text}>
        {text}
      </span>
      <span className={styles.actions}>
        <Button size="small" onClick={() => answer(false)}>
          {words.refuse}
        </Button>
        <Button size="small" onClick={() => answer(true)}>
          {words.allow}
        </Button>
      </span>
    </div>
  );
}
