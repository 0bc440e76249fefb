import { Button, Spinner, Text } from '@fluentui/react-components';
import { type SubmitEvent, useState } from 'react';
import type { IdentifierKind } from '../../../../../shared/domain/account.ts';
import type { CarrierName } from '../../../../../shared/domain/names.ts';
import type { AppError } from '../../../../../shared/errors.ts';
import { announce } from '../../../../components/announce.tsx';
import { Countdown } from '../../../../components/countdown.tsx';
import { ErrorMessage } from '../../../../components/error-message.tsx';
import { api } from '../../../../ipc/client.ts';
import { useBlocked } from '../../../../prove/use-blocked.ts';
import { useSnapshot } from '../../../../stores/snapshot.ts';
import { useView } from '../../../../stores/view.ts';
import { wordsFor } from '../../../../../shared/words/errors.ts';
import type { SetUpForm } from '../use-set-up-form.ts';
import { outcomeWords } from '../words.ts';
import { TestReportBar } from './test-report.tsx';
import { TextField } from './text-field.tsx';
import { useCardStyles } from '../../use-card-styles.ts';

interface Props {
  form: Pick<SetUpForm<never>, 'way' | 'changed' | 'save'>;
  carrier: Exclude<CarrierName, 'local-mailbox'>;
  /** What it sends to. */
  to: IdentifierKind;
}

/** Refusals that are about the recipient. */
const ABOUT_RECIPIENT: ReadonlySet<string> = new Set([
  'identifier-empty',
  'identifier-unrecognized',
  'email-invalid',
  'phone-impossible',
  'carrier-off',
]);

/** Sends a message without a code to try a carrier out, and shows what the server answered. */
export function SendTest({ form, carrier, to }: Props) {
  const card = useCardStyles();
  const field = `${carrier}.to`;
  const known = useSnapshot(({ accounts }) => accounts.accounts.find(({ identifier }) => identifier.kind === to));
  const recipient = useView((view) => view.typed[field]) ?? known?.identifier.display ?? '';
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const { blocked, until } = useBlocked(error, () => setError(null));

  async function send(event: SubmitEvent) {
    event.preventDefault();
    if (busy || blocked) return;
    setError(null);
    if (form.changed && !(await form.save())) return;
    setBusy(true);
    const answer = await api.ways.sendTest({ carrier, to: recipient });
    setBusy(false);
    if (answer.ok) announce(outcomeWords(answer.value));
    else setError(answer.error);
  }

  const aboutRecipient = error !== null && ABOUT_RECIPIENT.has(error.code);
  return (
    <section aria-labelledby="test">
      <form noValidate className={card.card} onSubmit={(event) => void send(event)}>
        <h3 id="test" className={card.heading}>
          Test
        </h3>
        <TextField
          name="to"
          label={to === 'email' ? 'Email address to send a test to' : 'Phone number to send a test to'}
          hint="It has no code in it, but counts towards the limits of sending."
          value={recipient}
          refusal={aboutRecipient ? wordsFor(error) : null}
          onType={(text) => {
            setError(null);
            useView.getState().setTyped(field, text);
          }}
        />
        {error && !aboutRecipient && <ErrorMessage error={error} />}
        <div className={card.buttons}>
          <Button type="submit" disabledFocusable={busy || blocked}>
            {form.changed ? 'Save and send a test' : 'Send a test'}
          </Button>
          {busy && <Spinner size="tiny" label="Sending..." />}
          {until && (
            <Text className={card.quiet}>
              Try again <Countdown until={until} />
            </Text>
          )}
        </div>
        {!busy && form.way.lastTest && <TestReportBar report={form.way.lastTest} />}
      </form>
    </section>
  );
}
