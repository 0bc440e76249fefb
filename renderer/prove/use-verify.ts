import { useState } from 'react';
import type { AccountId } from '../../shared/domain/account.ts';
import type { Challenge } from '../../shared/domain/challenge.ts';
import type { AppError, ErrorCode } from '../../shared/errors.ts';
import { announce } from '../components/announce.tsx';
import { useSecondsUntil } from '../components/use-seconds-until.ts';
import { api } from '../ipc/client.ts';
import type { Wish } from '../stores/steps.ts';
import { useView } from '../stores/view.ts';
import { start } from './start.ts';
import { useBlocked } from './use-blocked.ts';
import { useChallenge } from './use-step.ts';

/** Refusals after which only a new challenge goes on. */
const ENDINGS: ReadonlySet<ErrorCode> = new Set(['challenge-expired', 'challenge-locked', 'challenge-closed']);

/** What the verify form shows and does; `known` is the challenge as last known. */
export function useVerify(wish: Wish, known: Challenge, onVerified: (accountId: AccountId) => void) {
  const challenge = useChallenge(known);
  const field = `code:${challenge.id}`;
  const code = useView((view) => view.typed[field] ?? '');
  const { setTyped, setStep } = useView.getState();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [sendError, setSendError] = useState<AppError | null>(null);
  const [closed, setClosed] = useState(false);
  const expired = useSecondsUntil(challenge.expiresAt) === 0;

  function type(text: string) {
    setTyped(field, text);
    if (!closed && error?.code !== 'too-many-tries') setError(null);
  }

  /** Answers whether the code was right. */
  async function submit(): Promise<boolean> {
    // A held Enter key or a double click sends the form again; the same wrong code must not cost a second try.
    if (error?.code === 'code-wrong') return false;
    setBusy(true);
    const answer = await api.challenge.submit({ challengeId: challenge.id, code });
    setBusy(false);
    if (!answer.ok) {
      setError(answer.error);
      setClosed(ENDINGS.has(answer.error.code));
      return false;
    }
    setTyped(field, '');
    setTyped(wish.purpose, '');
    onVerified(answer.value.accountId);
    return true;
  }

  /** Sends another code: within this challenge, or in a new one when this has ended. */
  async function send(): Promise<void> {
    const ended = closed || expired;
    setBusy(true);
    const answer = ended
      ? await start(wish, challenge.carrier)
      : await api.challenge.resend({ challengeId: challenge.id });
    setBusy(false);
    setSendError(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setError(null);
    setTyped(field, '');
    setStep(wish.purpose, { step: 'verify', wish, challenge: answer.value });
    announce(`A new code is on its way to ${challenge.identifier.display}.`);
  }

  return {
    challenge,
    code,
    busy,
    ended: closed || expired,
    /** Stands at the code field. */
    error: error ?? (expired ? ({ code: 'challenge-expired' } satisfies AppError) : null),
    /** Stands at the button that sends. */
    sendError,
    trying: useBlocked(error, () => !closed && setError(null)),
    sending: useBlocked(sendError, () => setSendError(null)),
    type,
    submit,
    send,
  };
}
