import { Button, Spinner } from '@fluentui/react-components';
import { ErrorMessage } from '../../../../components/error-message.tsx';
import { useCommand } from '../../../../components/use-command.ts';
import { api } from '../../../../ipc/client.ts';
import { useCardStyles } from './use-card-styles.ts';

/** Stands while the person signs in in the browser. */
export function BrowserWait() {
  const card = useCardStyles();
  const { error, run } = useCommand();
  return (
    <>
      <div className={card.buttons}>
        <Spinner size="tiny" label="Go on in your browser" />
        <Button onClick={() => void run(api.accounts.reopenBrowser({}))}>Open the browser again</Button>
        <Button onClick={() => void api.accounts.cancelSignIn({})}>Cancel</Button>
      </div>
      {error && <ErrorMessage error={error} />}
    </>
  );
}
