import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { type SubmitEvent, useEffect, useRef } from 'react';
import type { Challenge, Purpose } from '../../shared/domain/challenge.ts';
import { CodeField } from './code-field.tsx';
import { CodeStatus } from './code-status.tsx';
import { MailboxLink } from './mailbox-link.tsx';
import { SendAgain } from './send-again.tsx';
import { useVerify } from './use-verify.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  // In high contrast a button has the colour of text; the line under it says that it can be clicked.
  different: { '@media (forced-colors: active)': { textDecorationLine: 'underline' } },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

interface Props {
  purpose: Purpose;
  /** The challenge as last known. */
  challenge: Challenge;
  onVerified(): void;
  /** Goes back to the identifier; the challenge stays open. */
  onDifferent(): void;
}

/** Asks for the code of a challenge. Give it the challenge's id as `key`: another challenge starts afresh. */
export function VerifyForm({ purpose, challenge: known, onVerified, onDifferent }: Props) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const form = useVerify(purpose, known, onVerified);
  const { challenge, busy, ended, trying } = form;
  useEffect(() => input.current?.focus(), [challenge.sendNumber]);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (busy || ended || trying.blocked) return;
    if (!(await form.submit())) input.current?.select();
  }

  return (
    <form noValidate className={styles.root} onSubmit={(event) => void submit(event)}>
      <CodeStatus challenge={challenge} ended={ended} />
      <CodeField
        ref={input}
        code={form.code}
        triesLeft={ended ? null : challenge.triesLeft}
        error={form.error}
        onType={form.type}
      />
      <MailboxLink />
      <div className={styles.actions}>
        {!ended && (
          <Button type="submit" appearance="primary" size="large" disabledFocusable={busy || trying.blocked}>
            Verify
          </Button>
        )}
        <SendAgain
          ended={ended}
          busy={busy}
          until={latest(trying.until, form.sending.until, ended ? null : challenge.resendAt)}
          closedForGood={trying.blocked && trying.until === null}
          error={form.sendError}
          onSend={() => void form.send()}
        />
      </div>
      <div>
        <Link as="button" type="button" className={styles.different} onClick={onDifferent}>
          Use a different email or phone number
        </Link>
      </div>
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
