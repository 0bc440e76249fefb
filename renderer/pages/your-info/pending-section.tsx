import { Button, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import { Question } from '../../components/question.tsx';
import { useCommand } from '../../components/use-command.ts';
import { useRescuedFocus } from '../../components/use-rescued-focus.ts';
import { useVirtualRows } from '../../components/use-virtual-rows.ts';
import { api } from '../../ipc/client.ts';
import { useSnapshot } from '../../stores/snapshot.ts';
import { PendingRow } from './pending-row.tsx';
import { words } from './words.ts';

/** How many are shown at first, so that a long list does not hide the linked accounts below it. */
const FIRST = 5;
const SIZES = { estimated: 64, gap: 0 };

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  heading: { ...typographyStyles.subtitle2, margin: 0, outlineStyle: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { position: 'relative', margin: 0, padding: 0, listStyleType: 'none' },
  item: { position: 'absolute', insetInline: 0, top: 0 },
});

/** The imported accounts that still need their proof. */
export function PendingSection() {
  const styles = useStyles();
  const pending = useSnapshot((snapshot) => snapshot.pendingLinks);
  const [isWhole, setWhole] = useState(false);
  const shown = useMemo(() => (isWhole ? pending : pending.slice(0, FIRST)), [pending, isWhole]);
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [asking, setAsking] = useState(false);
  const { error, run } = useCommand();
  const { rows, height, measure } = useVirtualRows(list, shown, null, SIZES);
  useRescuedFocus(pending.length, () => heading.current);

  async function discardAll() {
    if (await run(api.groups.discardPending({ id: null }))) setAsking(false);
  }

  return (
    <section aria-labelledby="pending" className={styles.root}>
      <div className={styles.head}>
        <h2 id="pending" ref={heading} tabIndex={-1} className={styles.heading}>
          {words.pending}
        </h2>
        <Button onClick={() => setAsking(true)}>{words.discardAll}</Button>
      </div>
      <Text className={styles.quiet}>{words.pendingText}</Text>
      <ul ref={list} aria-labelledby="pending" className={styles.list} style={{ height }}>
        {rows.map(({ index, start, item: link }) => (
          <li
            key={link.id}
            ref={measure}
            data-index={index}
            aria-label={link.identifier.display}
            aria-setsize={shown.length}
            aria-posinset={index + 1}
            className={styles.item}
            style={{ transform: `translateY(${start}px)` }}
          >
            <PendingRow link={link} />
          </li>
        ))}
      </ul>
      {shown.length < pending.length && (
        <div>
          <Button onClick={() => setWhole(true)}>{words.showAll(pending.length)}</Button>
        </div>
      )}
      {asking && (
        <Question
          title={words.discardTitle(pending.length)}
          action={words.discardAll}
          error={error}
          onAction={() => void discardAll()}
          onClose={() => setAsking(false)}
        >
          {words.discardText}
        </Question>
      )}
    </section>
  );
}
