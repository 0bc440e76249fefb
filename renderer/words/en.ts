import type { SendFailure } from '../../shared/domain/challenge.ts';
import type { ProofStrength } from '../../shared/domain/names.ts';

const timeOfDay = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });

/** The local time of day of an instant (UTC ISO 8601). */
export function timeWords(instant: string): string {
  return timeOfDay.format(new Date(instant));
}

/** The local day of an instant (UTC ISO 8601) in words, seen from `now`. */
export function dayWords(instant: string, now = new Date()): string {
  const date = new Date(instant);
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (date.toDateString() === now.toDateString()) return 'Today';
  if (date.toDateString() === yesterday.toDateString()) return 'Yesterday';
  return day.format(date);
}

/** Seconds as `0:27`, `12:05` or `3:00:00`. */
export function duration(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const tail = String(rest).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

/** What a code from the local mailbox proves (security: T2, C15). */
const practiceWords =
  'Practice: the code never left this computer, so it shows you how linking works but does not prove whose account this is.';

/** What each kind of proof says to whoever looks at the account later. */
export const strengthWords: Readonly<Record<ProofStrength, string>> = {
  practice: practiceWords,
  'text-message':
    'A code that was sent to this number by text message was typed here. Numbers can be taken over by SIM swap.',
  email: 'A code that was sent to this mailbox was typed here, so whoever typed it could read the mailbox.',
  'sign-in': 'The provider confirmed whose account this is.',
};

/** Where codes arrive, and what that means. */
export const practiceBarWords =
  'They arrive in the Local mailbox, not in a real inbox or phone. An account added this way is marked Practice: it shows how linking works, and proves nothing beyond this computer.';

/** Why a message could not be sent; what `mendedInSettings` names is mended there. */
export const sendFailureWords: Record<SendFailure, string> = {
  interrupted: 'Switchboard was closed in the meantime. Send a new code.',
  refused: 'The server did not take the message.',
  unreachable: 'The server could not be reached. Check that this computer is online.',
  'timed-out': 'The server took too long to answer.',
  busy: 'The server asked to wait, several times. Try again later.',
  'recipient-refused': 'The server knows no such recipient, or does not send there. Check for typing mistakes.',
  'login-refused': 'The server did not take the user name and password, or the key. Check them.',
  'passwords-ended':
    'This server no longer takes passwords. Send by Microsoft Graph, or sign in to this server with an account.',
  certificate:
    'The certificate of the server cannot be trusted, so nothing was sent to it. Check the name of the server.',
  'no-tls': 'The server offers no encryption, so neither the password nor the code was sent to it.',
  'sign-in-again': 'The account that sends codes has to sign in again.',
  'secret-missing': 'The password or key for sending is not there. Enter it again.',
  'not-set-up': 'This way of sending is no longer set up.',
  'set-up-wrong': 'The server does not know the sender or the account. Check them.',
  undelivered: 'The provider reports that the message did not arrive.',
};

/** Failures that only another set-up helps against. */
export const mendedInSettings: ReadonlySet<SendFailure> = new Set([
  'login-refused',
  'passwords-ended',
  'certificate',
  'no-tls',
  'sign-in-again',
  'secret-missing',
  'not-set-up',
  'set-up-wrong',
]);
