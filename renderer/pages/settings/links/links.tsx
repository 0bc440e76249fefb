import { Button, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { LinkRule } from '../../../../shared/domain/link.ts';
import { ErrorMessage } from '../../../components/error-message.tsx';
import { useCardStyles } from '../use-card-styles.ts';
import { ExportDialog } from './export-dialog.tsx';
import { Grammar } from './grammar.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { RuleList } from './rule-list.tsx';
import { TryAddress } from './try-address.tsx';
import { useRules } from './use-rules.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, maxWidth: '720px' },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  text: { margin: 0 },
});

/** Which dialog is open: a new rule, one that is changed, or all of them to copy. */
type Opened = { kind: 'add' } | { kind: 'edit'; rule: LinkRule } | { kind: 'export' } | null;

/** Which account opens which link. */
export function Links() {
  const styles = useStyles();
  const card = useCardStyles();
  const { rules, error } = useRules();
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <Subtitle1 as="h2" className={styles.text}>
          {words.title}
        </Subtitle1>
        <Text className={card.quiet}>{words.lead}</Text>
      </div>
      <section className={card.card} aria-labelledby="link-rules">
        <h3 id="link-rules" className={card.heading}>
          {words.rules}
        </h3>
        <Grammar />
        {error && <ErrorMessage error={error} />}
        {rules?.length === 0 && <p className={styles.text}>{words.none}</p>}
        {rules && <RuleList rules={rules} onEdit={(rule) => setOpened({ kind: 'edit', rule })} />}
        <div className={card.buttons}>
          <Button appearance="primary" icon={<Add20Regular />} onClick={() => setOpened({ kind: 'add' })}>
            {words.add}
          </Button>
          {rules !== null && rules.length > 0 && (
            <Button onClick={() => setOpened({ kind: 'export' })}>{words.exportRules}</Button>
          )}
        </div>
      </section>
      <TryAddress rules={rules ?? []} />
      {opened?.kind === 'add' && <RuleDialog rule={null} onClose={close} />}
      {opened?.kind === 'edit' && <RuleDialog rule={opened.rule} onClose={close} />}
      {opened?.kind === 'export' && <ExportDialog onClose={close} />}
    </div>
  );
}
