import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type SubmitEvent, useState } from 'react';
import type { LinkDecision, LinkRule } from '../../../../shared/domain/link.ts';
import { TYPED_MAX } from '../../../components/typed-max.ts';
import { useCommand } from '../../../components/use-command.ts';
import { api } from '../../../ipc/client.ts';
import { useSnapshot } from '../../../stores/snapshot.ts';
import { useView } from '../../../stores/view.ts';
import { wordsFor } from '../../../../shared/words/errors.ts';
import { below } from '../verification/parts/below.ts';
import { useCardStyles } from '../use-card-styles.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalM },
  field: { width: '100%' },
  outcome: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  text: { overflowWrap: 'anywhere' },
});

/** Shows which rule and account an address would be opened by, and opens nothing. */
export function TryAddress({ rules }: { rules: readonly LinkRule[] }) {
  const styles = useStyles();
  const card = useCardStyles();
  const { error, run } = useCommand();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState<{ rules: readonly LinkRule[]; decision: LinkDecision } | null>(null);
  // What was found by other rules no longer holds.
  const decision = tried?.rules === rules ? tried.decision : null;

  function submit(event: SubmitEvent) {
    event.preventDefault();
    void run(api.links.decide({ address: typed })).then((decided) => setTried(decided && { rules, decision: decided }));
  }
  function type(text: string) {
    setTyped(text);
    setTried(null);
  }
  return (
    <section className={card.card} aria-labelledby="try-address">
      <h3 id="try-address" className={card.heading}>
        {words.tryTitle}
      </h3>
      <form noValidate className={styles.form} onSubmit={submit}>
        <Field
          className={styles.field}
          label={words.tryLabel}
          {...below(error === null ? null : wordsFor(error), words.tryHint)}
        >
          <Input
            type="url"
            value={typed}
            placeholder="https://contoso.sharepoint.com/sites/team"
            maxLength={TYPED_MAX}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, data) => type(data.value)}
          />
        </Field>
        <Button type="submit">{words.tryButton}</Button>
      </form>
      <div role="status" className={styles.outcome}>
        {decision && <Outcome decision={decision} />}
      </div>
    </section>
  );
}

function Outcome({ decision: { address, host, rule } }: { decision: LinkDecision }) {
  const styles = useStyles();
  const accounts = useSnapshot((snapshot) => snapshot.accounts.accounts);
  const account = accounts.find(({ id }) => id === rule?.accountId);
  const open = () => useView.getState().openDialog({ kind: 'open-link', address });
  return (
    <>
      <Text className={styles.text}>
        {rule && account ? words.tried(host, account.identifier.display, rule.pattern) : words.triedNone(host)}
      </Text>
      <Button onClick={open}>{words.openIt}</Button>
    </>
  );
}
