import type { AccountId } from '../../shared/domain/account.ts';
import type { ProviderName } from '../../shared/domain/names.ts';
import type { AppError } from '../../shared/errors.ts';
import { announce } from '../components/announce.tsx';
import { api } from '../ipc/client.ts';
import { notify } from '../stores/notices.ts';
import { type BrowserStep, isAbout, type Step, type Wish } from '../stores/steps.ts';
import { useView } from '../stores/view.ts';
import { wordsFor } from '../../shared/words/errors.ts';
import { isAboutIdentifier } from './choose.ts';

interface Attempt {
  wish: Wish;
  provider: ProviderName;
  /** What the provider is called. */
  label: string;
  /** Where it begins, and where giving it up leads. */
  back: Step;
}

/**
 * Signs in with a provider in the browser, and shows what came of it: where it began, or in a notice where that dialog
 * is closed by then. It belongs to no component, because it goes on while nothing of it is shown.
 */
export async function signInWith(attempt: Attempt): Promise<void> {
  const { wish, provider } = attempt;
  const step: BrowserStep = { ...attempt, step: 'browser', refusal: null };
  useView.getState().setStep(wish.purpose, step);
  const answer = await api.accounts.signInWith({ ...wish, provider });
  if (answer.ok) succeed(wish, answer.value.accountId);
  // A step that is no longer shown was given up, or began anew.
  else if (useView.getState().steps[wish.purpose] === step) fail(step, answer.error);
}

/** Gives the sign-in under way up. Where it has just succeeded, that is shown nevertheless. */
export function cancelSignIn({ wish, back }: BrowserStep): void {
  useView.getState().setStep(wish.purpose, back);
  void api.accounts.cancelSignIn({});
}

function succeed(wish: Wish, accountId: AccountId): void {
  const { steps, setStep, setTyped } = useView.getState();
  if (wish.purpose === 'sign-in') {
    // The window goes on to the dashboard by itself.
    announce('You are signed in.');
    return;
  }
  const again = wish.purpose === 'prove-again';
  if (!again && wish.identifier !== '') setTyped('link', '');
  if (isShown(wish)) {
    setStep(wish.purpose, { step: 'proven', accountId });
    return;
  }
  if (!again || isAbout(steps['prove-again'], wish.accountId)) setStep(wish.purpose, null);
  notify(`The sign-in worked: the account is ${again ? 'proven' : 'linked'}.`, 'success');
}

function fail(step: BrowserStep, refusal: AppError): void {
  const { setStep } = useView.getState();
  const { wish, back } = step;
  if (isShown(wish)) {
    const next: Step = isAboutIdentifier(wish, refusal) ? { step: 'enter', refusal } : { ...step, refusal };
    setStep(wish.purpose, next);
    return;
  }
  setStep(wish.purpose, back);
  notify(wordsFor(refusal), 'error');
}

/** Whether the person looks at where the sign-in began; the sign-in page is there all the time. */
function isShown(wish: Wish): boolean {
  const { dialog } = useView.getState();
  if (wish.purpose === 'prove-again') return dialog?.kind === 'prove-again' && dialog.accountId === wish.accountId;
  return wish.purpose === 'sign-in' || dialog?.kind === 'add';
}
