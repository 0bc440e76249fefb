import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type SubmitEvent, useState } from 'react';
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { LinkRule } from '../../../../shared/domain/link.ts';
import { AccountPicker } from '../../../components/account-picker.tsx';
import { TYPED_MAX } from '../../../components/typed-max.ts';
import { useCommand } from '../../../components/use-command.ts';
import { api } from '../../../ipc/client.ts';
import { activeAccount, useSnapshot } from '../../../stores/snapshot.ts';
import { wordsFor } from '../../../../shared/words/errors.ts';
import { below } from '../verification/parts/below.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  surface: { maxWidth: 'min(520px, calc(100vw - 32px))' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

interface Props {
  /** The rule to change; null adds one. */
  rule: LinkRule | null;
  onClose(): void;
}

/** What is typed and picked for a rule, and how it is saved. */
function useRule({ rule, onClose }: Props) {
  const { error, run } = useCommand();
  const active = useSnapshot((snapshot) => activeAccount(snapshot)?.id ?? null);
  const [pattern, setPattern] = useState(rule?.pattern ?? '');
  const [picked, setPicked] = useState<AccountId | null>(rule?.accountId ?? active);

  async function save() {
    if (picked === null) return;
    const said = { pattern, accountId: picked };
    const saved = await run(rule === null ? api.links.add(said) : api.links.change({ ruleId: rule.id, ...said }));
    if (saved) onClose();
  }
  function submit(event: SubmitEvent) {
    event.preventDefault();
    void save();
  }
  const isOfPattern = error?.code === 'pattern-invalid';
  const refusal = isOfPattern ? wordsFor(error) : null;
  return { pattern, setPattern, picked, setPicked, refusal, error: isOfPattern ? null : error, submit };
}

/** Adds a rule, or changes what one says. */
export function RuleDialog(props: Props) {
  const styles = useStyles();
  const { rule, onClose } = props;
  const { pattern, setPattern, picked, setPicked, refusal, error, submit } = useRule(props);
  const accounts = useSnapshot((snapshot) => snapshot.accounts.accounts);
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <form noValidate onSubmit={submit}>
          <DialogBody>
            <DialogTitle action={null}>{rule === null ? words.addTitle : words.editTitle}</DialogTitle>
            <DialogContent className={styles.content}>
              <Field label={words.pattern} {...below(refusal, words.patternHint)}>
                <Input
                  value={pattern}
                  maxLength={TYPED_MAX}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(_, data) => setPattern(data.value)}
                />
              </Field>
              <AccountPicker
                label={words.account}
                accounts={accounts}
                picked={picked}
                error={error}
                onPick={setPicked}
              />
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{words.cancel}</Button>
              <Button type="submit" appearance="primary">
                {words.save}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
