import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type RefObject, type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { Account } from '../../shared/domain/account.ts';
import type { FittingWay, WayName } from '../../shared/domain/way.ts';
import { ErrorMessage } from '../components/error-message.tsx';
import { useEnvironment } from '../stores/environment.ts';
import { useSnapshot } from '../stores/snapshot.ts';
import type { Step, Wish } from '../stores/steps.ts';
import { isStronger, kindOfTyped, offeredWay, rememberedAs } from './choose.ts';
import { SubmitButton } from './submit-button.tsx';
import { useFitting } from './use-fitting.ts';
import { useProve } from './use-prove.ts';
import { WayList } from './way-list.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  text: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

interface Props {
  step: Extract<Step, { step: 'choose' }>;
  onBack(): void;
}

/** Offers the ways that fit, strongest first, and begins with the one that is picked; that one is offered first the next time. */
export function ChooseWay({ step, onBack }: Props) {
  const styles = useStyles();
  const { wish } = step;
  const fitting = useFitting(wish, step.ways);
  const account = useAccount(wish);
  const remembered = rememberedAs(wish.purpose === 'prove-again' ? kindOf(account) : kindOfTyped(wish.identifier));
  const last = useEnvironment(({ preferences }) => preferences?.[remembered] ?? null);
  const [picked, setPicked] = useState<WayName | null>(null);
  const offered = offeredWay(fitting.ways, picked ?? last);
  const way = fitting.ways.find(({ name }) => name === offered);
  const { busy, blocked, until, error, prove } = useProve(step, remembered);

  const form = useFocusOnceAsked(offered !== null);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (way && !busy && !blocked) void prove(way);
  }

  const refusal = error ?? fitting.error;
  const compared = account && way ? comparison(account, way) : null;
  return (
    <form ref={form} noValidate className={styles.root} onSubmit={submit}>
      {wish.purpose !== 'prove-again' && (
        <Text className={styles.text}>
          For <strong>{wish.identifier.trim()}</strong>
        </Text>
      )}
      <WayList ways={fitting.ways} picked={offered} onPick={setPicked} />
      {compared !== null && <Text className={styles.quiet}>{compared}</Text>}
      {refusal && <ErrorMessage error={refusal} />}
      <div className={styles.actions}>
        <SubmitButton label="Continue" disabled={way === undefined || busy || blocked} until={until} />
        <Button size="large" onClick={onBack}>
          {wish.purpose === 'prove-again' ? 'Cancel' : 'Back'}
        </Button>
      </div>
    </form>
  );
}

/** The form, whose first offer gets the focus: what had it, the identifier or nothing, is gone. */
function useFocusOnceAsked(asked: boolean): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (asked) form.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [asked]);
  return form;
}

function useAccount(wish: Wish): Account | undefined {
  const { accounts } = useSnapshot((snapshot) => snapshot.accounts);
  return wish.purpose === 'prove-again' ? accounts.find(({ id }) => id === wish.accountId) : undefined;
}

function kindOf(account: Account | undefined) {
  return account?.identifier.kind ?? 'email';
}

/** What this way would change of how the account is proven; nothing where that is plain. */
function comparison({ proof, signInAgain }: Account, { strength }: FittingWay): string | null {
  if (signInAgain || isStronger(strength, proof.strength)) return null;
  return strength === proof.strength
    ? 'The account is proven this way already. Doing it again brings its date up to now.'
    : 'This is weaker than how the account is proven now, which stays as it is.';
}
