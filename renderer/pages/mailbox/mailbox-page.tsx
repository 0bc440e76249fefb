import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import type { Challenge } from '../../../shared/domain/challenge.ts';
import { ErrorMessage } from '../../components/error-message.tsx';
import { Page } from '../../components/page.tsx';
import { useSnapshot } from '../../stores/snapshot.ts';
import { type OpenDialog, useView } from '../../stores/view.ts';
import { MessageItem } from './message-item.tsx';
import { useMessages } from './use-messages.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  empty: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Local mailbox: the codes that never left this computer, newest first. */
export function MailboxPage() {
  const styles = useStyles();
  const { messages, error } = useMessages();
  return (
    <Page title={words.title} actions={<BackToCode />}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.barTitle}</MessageBarTitle>
          {words.bar}
        </MessageBarBody>
      </MessageBar>
      {error && <ErrorMessage error={error} />}
      {messages?.length === 0 && (
        <div className={styles.empty}>
          <Text weight="semibold">{words.emptyTitle}</Text>
          <Text className={styles.quiet}>{words.empty}</Text>
        </div>
      )}
      {messages !== null && messages.length > 0 && (
        <ul aria-label={words.messages} className={styles.list}>
          {messages.map((message) => (
            <MessageItem key={message.id} message={message} />
          ))}
        </ul>
      )}
    </Page>
  );
}

/**
 * The way back to where a code is awaited: where the person came from, or else to the newest open challenge.
 * Who is not signed in has no other way out of here.
 */
function BackToCode() {
  const challenge = useSnapshot(({ challenges }) => challenges[0]);
  const signedIn = useSnapshot(({ accounts }) => accounts.primaryId !== null);
  const suspended = useView((view) => view.suspended);
  const awaited = challenge !== undefined || suspended !== null;
  if (signedIn && !awaited) return null;
  function back() {
    const { resumeDialog, go, openDialog } = useView.getState();
    if (suspended !== null) return resumeDialog();
    const dialog = challenge === undefined ? null : dialogFor(challenge);
    go(dialog === null ? 'dashboard' : 'your-info');
    if (dialog !== null) openDialog(dialog);
  }
  return (
    <Button icon={<ArrowLeft20Regular />} onClick={back}>
      {awaited ? words.back : words.backToSignIn}
    </Button>
  );
}

/** The dialog that awaits the code; null for the first sign-in, which has a page. */
function dialogFor({ purpose, identifier }: Challenge): OpenDialog | null {
  if (purpose === 'link') return { kind: 'add' };
  const { accounts } = useSnapshot.getState().accounts;
  const account = accounts.find((other) => other.identifier.value === identifier.value);
  return purpose === 'prove-again' && account ? { kind: 'prove-again', accountId: account.id } : null;
}
