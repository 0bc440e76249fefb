import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { Edit20Regular } from '@fluentui/react-icons/svg/edit';
import { useRef } from 'react';
import type { LinkRule, LinkRuleId } from '../../../../shared/domain/link.ts';
import { announce } from '../../../components/announce.tsx';
import { ErrorMessage } from '../../../components/error-message.tsx';
import { MoveHandle } from '../../../components/reorder/move-handle.tsx';
import type { Move } from '../../../components/reorder/order.ts';
import { useDraggableRow } from '../../../components/reorder/use-draggable-row.ts';
import { useCommand } from '../../../components/use-command.ts';
import { api } from '../../../ipc/client.ts';
import { useAccount } from '../../../stores/snapshot.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  row: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  dragging: { opacity: 0.5 },
  text: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  unmovable: { paddingLeft: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  line: {
    position: 'absolute',
    insetInline: 0,
    height: 0,
    borderTop: `2px solid ${tokens.colorBrandStroke1}`,
    pointerEvents: 'none',
  },
  top: { top: '-6px' },
  bottom: { bottom: '-6px' },
});

interface Props {
  rule: LinkRule;
  /** There is an order to change. */
  movable: boolean;
  onMove(id: LinkRuleId, move: Move): void;
  onEdit(rule: LinkRule): void;
}

/** One rule: the pattern, and the account that opens what it fits. */
export function RuleRow({ rule, movable, onMove, onEdit }: Props) {
  const styles = useStyles();
  const { error, run } = useCommand();
  const account = useAccount(rule.accountId);
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const { edge, dragging } = useDraggableRow(row, handle, rule.id, movable);
  async function remove() {
    if (await run(api.links.remove({ ruleId: rule.id }))) announce(words.removed(rule.pattern));
  }
  return (
    <li ref={row} className={mergeClasses(styles.row, dragging && styles.dragging)}>
      {movable && <MoveHandle ref={handle} name={rule.pattern} onMove={(move) => onMove(rule.id, move)} />}
      <div className={mergeClasses(styles.text, !movable && styles.unmovable)}>
        <Text weight="semibold">{rule.pattern}</Text>
        <Text size={200} className={styles.quiet}>
          {words.opensIn(account?.identifier.display ?? '')}
        </Text>
        {error && <ErrorMessage error={error} />}
      </div>
      <Button
        appearance="subtle"
        icon={<Edit20Regular />}
        aria-label={words.edit(rule.pattern)}
        onClick={() => onEdit(rule)}
      />
      <Button
        appearance="subtle"
        icon={<Delete20Regular />}
        aria-label={words.remove(rule.pattern)}
        onClick={() => void remove()}
      />
      {edge && <span className={mergeClasses(styles.line, styles[edge])} />}
    </li>
  );
}
