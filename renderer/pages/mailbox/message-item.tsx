import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Message } from '../../../shared/domain/message.ts';
import { clock } from '../../../shared/words/clock.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: { marginTop: tokens.spacingVerticalS, whiteSpace: 'pre-wrap' },
});

/**
 * One message, as plain text: nothing in it becomes a link or a picture.
 * Blanks stand between its parts, so that they stay apart where the item is read or copied as one text.
 */
export function MessageItem({ message }: { message: Message }) {
  const styles = useStyles();
  const subjectId = useId();
  return (
    <li className={styles.item} aria-labelledby={subjectId}>
      <div className={styles.head}>
        <Text weight="semibold" id={subjectId}>
          {message.subject}
        </Text>{' '}
        <Text size={200} className={styles.quiet}>
          <time dateTime={message.receivedAt}>{clock(message.receivedAt)}</time>
        </Text>
      </div>{' '}
      <Text size={200} className={styles.quiet}>
        {words.to(message.to)}
      </Text>{' '}
      <Text size={200} className={styles.quiet}>
        {words.from(message.from)}
      </Text>{' '}
      <Text className={styles.text}>{message.text}</Text>
    </li>
  );
}
