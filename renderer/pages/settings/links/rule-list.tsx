import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useMemo } from 'react';
import type { LinkRule, LinkRuleId } from '../../../../shared/domain/link.ts';
import { ErrorMessage } from '../../../components/error-message.tsx';
import { useReorder } from '../../../components/reorder/use-reorder.ts';
import { api } from '../../../ipc/client.ts';
import { RuleRow } from './rule-row.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

interface Props {
  rules: readonly LinkRule[];
  onEdit(rule: LinkRule): void;
}

/** The rules in the order they are tried. */
export function RuleList({ rules, onEdit }: Props) {
  const styles = useStyles();
  const ids = useMemo(() => rules.map(({ id }) => id), [rules]);
  const nameOf = useCallback((id: LinkRuleId) => rules.find((rule) => rule.id === id)?.pattern ?? '', [rules]);
  const { error, move } = useReorder({ ids, send: moveRule, nameOf });
  return (
    <>
      {error && <ErrorMessage error={error} />}
      {rules.length > 0 && (
        <ol aria-label={words.rules} className={styles.list}>
          {rules.map((rule) => (
            <RuleRow key={rule.id} rule={rule} movable={rules.length > 1} onMove={move} onEdit={onEdit} />
          ))}
        </ol>
      )}
    </>
  );
}

function moveRule(ruleId: LinkRuleId, before: LinkRuleId | null) {
  return api.links.move({ ruleId, before });
}
