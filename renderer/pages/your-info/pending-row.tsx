import { Button, makeStyles, Text, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import type { PendingLink } from '../../../shared/domain/group.ts';
import { ErrorMessage } from '../../components/error-message.tsx';
import { useCommand } from '../../components/use-command.ts';
import { api } from '../../ipc/client.ts';
import { useView } from '../../stores/view.ts';
import { kindFact } from '../../words/account.ts';
import { Facts } from './facts.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS },
  words: { flex: '1 1 180px', minWidth: 0, overflowWrap: 'anywhere' },
});

/** Opens the dialog that links an account, with the identifier filled in. */
function startLinking({ identifier }: PendingLink): void {
  const { setTyped, setStep, openDialog } = useView.getState();
  setTyped('link', identifier.display);
  setStep('link', { step: 'enter' });
  openDialog({ kind: 'add' });
}

/** One account that waits to be linked. */
export function PendingRow({ link }: { link: PendingLink }) {
  const styles = useStyles();
  const { error, run } = useCommand();
  const focus = useRestoreFocusTarget();
  const { id, identifier, name, kind, groupName } = link;
  return (
    <div className={styles.root}>
      <div className={styles.words}>
        <Text weight="semibold">{identifier.display}</Text>
        <Facts facts={[name, kindFact(kind), groupName].filter((fact) => fact !== '')} />
        {error && <ErrorMessage error={error} />}
      </div>
      <div className={styles.actions}>
        <Button {...focus} aria-label={words.linkNamed(identifier.display)} onClick={() => startLinking(link)}>
          {words.link}
        </Button>
        <Button
          appearance="subtle"
          aria-label={words.discardNamed(identifier.display)}
          onClick={() => void run(api.groups.discardPending({ id }))}
        >
          {words.discard}
        </Button>
      </div>
    </div>
  );
}
