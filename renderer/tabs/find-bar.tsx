import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import type { Tab } from '../../shared/domain/tab.ts';
import { api } from '../ipc/client.ts';
import { endFind, useFind } from './find.ts';
import { enterPage } from './show.ts';
import { useBarStyles } from './use-bar-styles.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  input: { flexGrow: 1, minWidth: '80px', maxWidth: '320px' },
  // As wide empty as with numbers, so that the buttons stay where they are.
  count: { minWidth: '72px', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

/** Finds text in the page. Enter goes on to the next match, Shift+Enter back; Escape ends it. */
export function FindBar({ tab }: { tab: Tab }) {
  const bar = useBarStyles();
  const styles = useStyles();
  const tabId = tab.id;
  const input = useRef<HTMLInputElement>(null);
  const asked = useFind((find) => find.asked);
  const [text, setText] = useState('');
  useEffect(() => input.current?.select(), [asked]);
  // However it ends, the page keeps no marks.
  useEffect(() => () => void api.tabs.find({ tabId, text: '', direction: 'next' }), [tabId]);

  const find = (searched: string, direction: 'next' | 'previous') =>
    void api.tabs.find({ tabId, text: searched, direction });
  const end = () => {
    endFind();
    enterPage(tabId);
  };
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') end();
    else if (event.key === 'Enter') find(text, event.shiftKey ? 'previous' : 'next');
  }

  return (
    <search className={bar.root}>
      <Input
        input={{ ref: input }}
        size="small"
        className={styles.input}
        aria-label={words.find}
        placeholder={words.find}
        value={text}
        onChange={(_, { value }) => {
          setText(value);
          find(value, 'next');
        }}
        onKeyDown={onKeyDown}
      />
      <span role="status" className={styles.count}>
        {text !== '' && tab.found && words.found(tab.found)}
      </span>
      <FindButton label={words.previous} icon={<ChevronUp20Regular />} onClick={() => find(text, 'previous')} />
      <FindButton label={words.next} icon={<ChevronDown20Regular />} onClick={() => find(text, 'next')} />
      <FindButton label={words.endFind} icon={<Dismiss20Regular />} onClick={end} />
    </search>
  );
}

function FindButton({ label, icon, onClick }: { label: string; icon: ReactElement; onClick(): void }) {
  return <Button size="small" appearance="subtle" aria-label={label} title={label} icon={icon} onClick={onClick} />;
}
