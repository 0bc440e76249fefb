import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { announce } from '../../../../components/announce.tsx';
import { ErrorMessage } from '../../../../components/error-message.tsx';
import { api } from '../../../../ipc/client.ts';
import { useSnapshot } from '../../../../stores/snapshot.ts';
import type { FieldProps } from '../use-set-up-form.ts';
import { BrowserWait } from './browser-wait.tsx';
import { SelectField } from './select-field.tsx';
import { useBrowserSignIn } from './use-browser-sign-in.ts';
import { useCardStyles } from '../../use-card-styles.ts';

interface Props {
  field: FieldProps;
  carrier: 'smtp' | 'graph';
}

const NOBODY = 'There is no account here yet. Sign in to Switchboard first, and come back.';
const HINT = 'You sign in with it in your browser and allow Switchboard to send mail. That proves the account as well.';

/** Which account sends the codes, and the button by which its provider is asked to allow that. */
export function SendingAccount({ field, carrier }: Props) {
  const card = useCardStyles();
  const accounts = useSnapshot((snapshot) => snapshot.accounts.accounts);
  const { busy, error, button, run } = useBrowserSignIn();
  const [allowed, setAllowed] = useState<string | null>(null);
  const chosen = accounts.find(({ id }) => id === field.value);

  async function allow() {
    if (chosen === undefined) return;
    if (!(await run(() => api.ways.allowSending({ accountId: chosen.id, carrier })))) return;
    setAllowed(chosen.id);
    announce(`${chosen.identifier.display} may send codes now. Save to use it.`);
  }

  const options = accounts.map(({ id, identifier }) => ({ value: id, label: identifier.display }));
  return (
    <>
      <SelectField
        {...field}
        label="Account that sends"
        hint={accounts.length === 0 ? NOBODY : HINT}
        options={[{ value: '', label: 'Choose an account' }, ...options]}
      />
      {busy ? (
        <BrowserWait />
      ) : (
        <div className={card.buttons}>
          <Button ref={button} disabledFocusable={chosen === undefined} onClick={() => void allow()}>
            Allow sending
          </Button>
          {chosen && allowed === chosen.id && <Text>Allowed. Save to use it.</Text>}
        </div>
      )}
      {error && <ErrorMessage error={error} />}
    </>
  );
}
