import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type SubmitEvent, useEffect, useRef } from 'react';
import type { AccountId } from '../../shared/domain/account.ts';
import type { Challenge } from '../../shared/domain/challenge.ts';
import type { Wish } from '../stores/steps.ts';
import { LinkButton } from '../components/link-button.tsx';
import { useRescuedFocus } from '../components/use-rescued-focus.ts';
import { CodeField } from './code-field.tsx';
import { CodeStatus } from './code-status.tsx';
import { MailboxLink } from './mailbox-link.tsx';
import { PracticeBar } from './practice-bar.tsx';
import { SendAgain } from './send-again.tsx';
import { useVerify } from './use-verify.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

interface Props {
  wish: Wish;
  /** The challenge as last known. */
  challenge: Challenge;
  /** What `onBack` leads to. */
  backLabel: string;
  /** The challenge stays open. */
  onBack(): void;
  onVerified(accountId: AccountId): void;
}

/** Asks for the code of a challenge. Give it the challenge's id as `key`: another challenge starts afresh. */
export function VerifyForm({ wish, challenge: known, backLabel, onBack, onVerified }: Props) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLButtonElement>(null);
  const form = useVerify(wish, known, onVerified);
  const { challenge, busy, ended, trying } = form;
  // No code of a failed send counts, so none is asked for.
  const awaited = ended || challenge.state !== 'send-failed';
  useRescuedFocus(awaited, () => again.current);
  const practice = challenge.carrier === 'local-mailbox';
  useEffect(() => input.current?.focus(), [challenge.sendNumber]);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (busy || ended || !awaited || trying.blocked) return;
    if (!(await form.submit())) input.current?.select();
  }

  return (
    <form noValidate className={styles.root} onSubmit={(event) => void submit(event)}>
      <CodeStatus challenge={challenge} ended={ended} />
      {awaited && (
        <CodeField
          ref={input}
          code={form.code}
          triesLeft={ended ? null : challenge.triesLeft}
          error={form.error}
          onType={form.type}
        />
      )}
      {practice && <MailboxLink />}
      <div className={styles.actions}>
        {!ended && awaited && (
          <Button type="submit" appearance="primary" size="large" disabledFocusable={busy || trying.blocked}>
            Verify
          </Button>
        )}
        <SendAgain
          ref={again}
          ended={ended}
          primary={ended || !awaited}
          busy={busy}
          until={latest(trying.until, form.sending.until, ended ? null : challenge.resendAt)}
          closedForGood={trying.blocked && trying.until === null}
          error={form.sendError}
          onSend={() => void form.send()}
        />
      </div>
      <div>
        <LinkButton onClick={onBack}>{backLabel}</LinkButton>
      </div>
      {practice && <PracticeBar />}
    </form>
  );
}

/** The latest of some instants (UTC ISO 8601, which sort as text). */
function latest(...instants: (string | null)[]): string | null {
  return (
    instants
      .filter((instant) => instant !== null)
      .toSorted()
      .at(-1) ?? null
  );
}
