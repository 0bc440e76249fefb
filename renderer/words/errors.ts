import type { AppError, ErrorCode } from '../../shared/errors.ts';
import { clock, triesLeftWords } from './en.ts';

/** One entry a code: a missing one does not compile. Each says what happened and what to do next. */
const words: { [C in ErrorCode]: (error: AppError<C>) => string } = {
  'invalid-input': () => 'Switchboard did not understand that. Check what you typed and try again.',
  unexpected: ({ incidentId }) =>
    `Something went wrong in Switchboard. Try again; if it happens again, the log file has details under ${incidentId}.`,
  'storage-full': () => 'The disk is full, so nothing was saved. Free some space and try again.',
  'storage-read-only': () =>
    'Switchboard may not write to its data folder, so nothing was saved. Allow writing to it and try again.',
  'storage-failed': () => 'The data could not be read or saved. Try again; if it keeps failing, restart Switchboard.',
  'not-signed-in': () => 'You are not signed in. Sign in first, then try again.',
  'already-signed-in': () => 'You are already signed in. Add this account from Your info instead.',
  'identifier-empty': () => 'Enter an email address or a phone number.',
  'identifier-unrecognized': () =>
    'This is neither an email address nor a phone number. Check for typing mistakes, for example name@example.com or +49 170 1234567.',
  'email-invalid': () => 'This email address is not complete. Enter it like name@example.com.',
  'phone-impossible': ({ reason }) => phoneReasons[reason],
  'already-linked': ({ identifier }) => `${identifier} is already linked. Enter another email or phone number.`,
  'is-primary': ({ identifier }) =>
    `${identifier} is your primary account. Enter the email or phone number of another account.`,
  'code-malformed': () => 'A code has 6 digits. Check the message and type it again; this cost no try.',
  'code-wrong': ({ triesLeft }) => `That code is not right. ${triesLeftWords(triesLeft)}`,
  'code-superseded': () => 'That code was replaced by a newer one. Use the newest code; this cost no try.',
  'challenge-expired': () => 'This code has expired. Send a new code and use that one.',
  'challenge-locked': ({ retryAt }) =>
    retryAt === null
      ? 'Too many wrong codes. Codes are closed for this email or phone number; use another one.'
      : `Too many wrong codes. You can ask for a new code from ${clock(retryAt)}.`,
  'challenge-closed': () => 'This code is no longer awaited. Send a new code to go on.',
  'resend-too-soon': ({ retryAt }) => `A code was sent a moment ago. You can send another from ${clock(retryAt)}.`,
  'too-many-sends': ({ retryAt, scope }) => `${sendScopes[scope]} You can send another from ${clock(retryAt)}.`,
  'too-many-tries': ({ retryAt, scope }) =>
    retryAt === null
      ? 'Too many wrong codes in a row. Codes are closed for this email or phone number; use another one.'
      : `${tryScopes[scope]} You can try again from ${clock(retryAt)}.`,
  'account-not-found': () => 'This account is no longer here. Choose another one from the list.',
  'name-too-long': ({ max }) => `This name is too long. Use at most ${max} characters.`,
  'successor-needed': () => 'Choose which account becomes primary before you remove this one.',
  'undo-expired': () => 'The time to undo is over. Add the account again with a new code.',
  'service-not-found': () => 'This service is no longer in the list. Choose another one.',
  'open-failed': () =>
    'The browser could not be opened. Check that this computer has a default browser, then try again.',
  'auto-start-failed': () =>
    'This computer did not let Switchboard change whether it opens at login. Change it in the system settings.',
  'preferences-not-saved': () => 'The preferences could not be saved. Check that the disk is not full and try again.',
};

const phoneReasons = {
  'too-short': 'This phone number is too short. Check that no digit is missing.',
  'too-long': 'This phone number is too long. Check that no digit is doubled.',
  'unknown-country': 'This country code does not exist. Start with + and the country code, for example +49.',
  'not-a-number': 'This is not a phone number. Use digits, and + with the country code for other countries.',
} as const;

const sendScopes = {
  identifier: 'Too many codes were sent to this email or phone number.',
  installation: 'Too many codes were sent from this computer.',
  abroad: 'Too many codes were sent to phone numbers abroad.',
} as const;

const tryScopes = {
  identifier: 'Too many wrong codes for this email or phone number.',
  installation: 'Too many wrong codes on this computer.',
} as const;

/** What a refusal says to the person: what happened, and what to do next. */
export function wordsFor<C extends ErrorCode>(error: AppError<C>): string {
  const say: (error: AppError<C>) => string = words[error.code];
  return say(error);
}
