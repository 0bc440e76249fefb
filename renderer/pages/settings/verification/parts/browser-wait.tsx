import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { announce } from '../../../../components/announce.tsx';
import { ErrorMessage } from '../../../../components/error-message.tsx';
import { useCommand } from '../../../../components/use-command.ts';
import { api } from '../../../../ipc/client.ts';
import { useCardStyles } from '../../use-card-styles.ts';

const LABEL = 'Continue in your browser';

/** Stands while the person signs in in the browser, in the place of the button that began it. */
export function BrowserWait() {
  const card = useCardStyles();
  const { error, run } = useCommand();
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    cancel.current?.focus();
    announce(LABEL);
  }, []);
  return (
    <>
      <div className={card.buttons}>
        <Spinner size="tiny" label={LABEL} />
        <Button onClick={() => void run(api.accounts.reopenBrowser({}))}>Open the browser again</Button>
        <Button ref={cancel} onClick={() => void api.accounts.cancelSignIn({})}>
          Cancel
        </Button>
      </div>
      {error && <ErrorMessage error={error} />}
    </>
  );
}
