import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ShownWay } from '../../../../shared/domain/way.ts';
import { useSnapshot } from '../../../stores/snapshot.ts';
import { useView } from '../../../stores/view.ts';
import { lastTestWords, stateOf, descriptions, words } from './words.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  words: { flex: '1 1 240px', minWidth: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const badgeColors = { off: 'subtle', ready: 'success', todo: 'warning' } as const;

interface Props {
  way: ShownWay;
  /** One comes back from its form. */
  takeFocus: boolean;
}

/** One way: what it is, how it stands, and the button to its form. */
export function WayRow({ way, takeFocus }: Props) {
  const styles = useStyles();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takeFocus) button.current?.focus();
  }, [takeFocus]);
  const { title, about } = descriptions[way.name];
  const { text, tone } = stateOf(
    way,
    useSnapshot((snapshot) => snapshot.accounts.accounts),
  );
  const action = way.setUp === null ? words.setUp : words.change;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <div className={styles.line}>
          <Text weight="semibold">{title}</Text>
          <Badge appearance="tint" color={badgeColors[tone]}>
            {text}
          </Badge>
        </div>
        <Text size={200} className={styles.quiet}>
          {about}
        </Text>
        {way.lastTest && (
          <Text size={200} className={styles.quiet}>
            {lastTestWords(way.lastTest)}
          </Text>
        )}
      </div>
      <Button ref={button} aria-label={`${action} ${title}`} onClick={() => useView.getState().openSettings(way.name)}>
        {action}
      </Button>
    </li>
  );
}
