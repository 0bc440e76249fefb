import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import type { Account } from '../../../shared/domain/account.ts';
import { ErrorMessage } from '../../components/error-message.tsx';
import { TYPED_MAX } from '../../components/typed-max.ts';
import { useCommand } from '../../components/use-command.ts';
import { api } from '../../ipc/client.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  input: { flex: '1 1 160px', minWidth: 0, maxWidth: '320px' },
});

interface Props {
  account: Account;
  /** The name was saved or left as it was. */
  onDone(): void;
}

/** Edits an account's name in place: Enter saves, Escape leaves it as it was. */
export function NameEditor({ account, onDone }: Props) {
  const styles = useStyles();
  const [name, setName] = useState(account.name);
  const { error, run } = useCommand();
  const errorId = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    if (await run(api.accounts.rename({ accountId: account.id, name }))) onDone();
  }
  function leaveOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDone();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape anywhere in the form leaves it
    <form onSubmit={(event) => void save(event)} onKeyDown={leaveOnEscape}>
      <div className={styles.form}>
        <Input
          ref={input}
          className={styles.input}
          aria-label={words.name}
          aria-invalid={error !== null}
          aria-describedby={error === null ? undefined : errorId}
          maxLength={TYPED_MAX}
          value={name}
          onChange={(_, data) => setName(data.value)}
        />
        <Button type="submit" appearance="primary">
          {words.save}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
      {error && <ErrorMessage id={errorId} error={error} />}
    </form>
  );
}
