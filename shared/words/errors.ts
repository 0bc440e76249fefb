import type { AppError, ErrorCode, PatternProblem, SettingProblem } from '../errors.ts';
import { browserNames } from './browsers.ts';
import { clock } from './clock.ts';

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
  'carrier-off': () => 'Codes can no longer be sent this way. Choose another way.',
  'cost-cap-reached': ({ retryAt }) =>
    `As many text messages were sent in 30 days as you allowed. The next one can be sent from ${clock(retryAt)}, or raise the limit in Settings > Verification.`,
  'provider-not-set-up': () => 'Signing in needs a client ID first. Settings > Verification says how to get one.',
  'sign-in-cancelled': () => 'The sign-in was given up. Start it again when you like.',
  'sign-in-timed-out': () => 'Nobody signed in within 5 minutes. Start again, and finish in the browser.',
  'sign-in-denied': ({ reason }) => denials[reason],
  'sign-in-unreachable': () =>
    'The provider could not be reached, or did not answer as it should. Check that this computer is online and try again.',
  'sign-in-invalid': ({ reason }) => invalidAnswers[reason],
  'sign-in-other-account': ({ came, expected }) =>
    came === ''
      ? `Someone other than ${expected} signed in. Sign in as ${expected}, or add the other account by itself.`
      : `${came} signed in, not ${expected}. Sign in as ${expected}, or add ${came} instead.`,
  'sign-in-nameless': () =>
    'The provider did not say which email or phone number signed in, so it proves none. Choose another way.',
  'sign-in-no-port': () =>
    'The answer of the browser cannot reach Switchboard on this computer. Close other programs that wait for a sign-in, and try again.',
  'sign-in-over': () => 'This sign-in is over. Start it again.',
  'setting-invalid': ({ problem }) => settingWords[problem],
  'not-set-up': () => 'This is not set up yet. Fill it in and save it first.',
  'secrets-locked': () => 'Your passwords and keys are locked. Unlock them with your passphrase first.',
  'passphrase-wrong': () => 'This passphrase is not right. Try again.',
  'passphrase-too-short': ({ min }) => `Use at least ${min} characters; some words in a row are easy to remember.`,
  'account-not-found': () => 'This account is no longer here. Choose another one from the list.',
  'name-too-long': ({ max }) => `This name is too long. Use at most ${max} characters.`,
  'successor-needed': () => 'Choose which account becomes primary before you remove this one.',
  'undo-expired': () => 'The time to undo is over. Add the account again.',
  'service-not-found': () => 'This service is no longer in the list. Choose another one.',
  'open-failed': () =>
    'The browser could not be opened. Check that this computer has a default browser, then try again.',
  'group-not-found': () => 'This group is no longer there. Close this and look again.',
  'group-name-empty': () => 'Enter a name for the group.',
  'group-name-taken': () => 'Another group has this name. Choose a different one.',
  'file-not-saved': () =>
    'The file could not be saved. Close it in other programs, or choose another folder, and try again.',
  'file-not-read': () => 'The file could not be read. Check that you may open it and try again.',
  'file-too-large': ({ maxMegabytes }) =>
    `The file is larger than ${maxMegabytes} MB, so nothing was imported. Split it and import the parts.`,
  'list-unreadable': ({ reason }) => listReasons[reason],
  'tab-not-found': () => 'This tab was closed meanwhile. Open the service again from the dashboard.',
  'tab-unsaved': () => 'This page says that something in it was not saved. Save it there, or close the tab anyway.',
  'browser-not-found': ({ browser }) =>
    `${browserNames[browser]} is no longer installed on this computer. Install it again, or choose in Your info where else this account's services open.`,
  'pattern-invalid': ({ problem }) => patternWords[problem],
  'address-invalid': () => 'This is not an address that can be opened. Enter one that begins with https://.',
  'link-rule-not-found': () => 'This rule is no longer in the list. Choose another one, or add it again.',
  'too-many-link-rules': ({ max }) => `There are ${max} rules, and there can be no more. Remove one first.`,
  'auto-start-failed': () =>
    'This computer did not let Switchboard change whether it opens at login. Change it in the system settings.',
  'preferences-not-saved': () => 'The preferences could not be saved. Check that the disk is not full and try again.',
  'shortcut-taken': () =>
    'Another program or your system uses the keys that are to show Switchboard. Choose others in Settings.',
  'no-match': ({ what, text }) =>
    what === 'account'
      ? `No account is called "${text}" or begins so. See them with: switchboard list`
      : `This account has no service that is called "${text}" or begins so. Its dashboard shows those it has.`,
  'several-match': ({ what, text, candidates }) =>
    `"${text}" fits more than one ${what}: ${candidates.join(', ')}. Type more of the one you mean.`,
  'owner-needed': ({ identifier }) =>
    `${identifier} may be a personal account or one of work or school. Add --personal or --work, or say which it is on Your info.`,
};

const phoneReasons = {
  'too-short': 'This phone number is too short. Check that no digit is missing.',
  'too-long': 'This phone number is too long. Check that no digit is doubled.',
  'unknown-country': 'This country code does not exist. Start with + and the country code, for example +49.',
  'not-a-number': 'This is not a phone number. Use digits, and + with the country code for other countries.',
} as const;

const listReasons = {
  'no-table': 'This is not a CSV file, so nothing was imported. Save the list as CSV and try again.',
  'no-identifiers':
    'The first row names no column “identifier”, so nothing was imported. Add it above the email addresses and phone numbers.',
  'too-many-rows': 'The list has more than 5,000 rows, so nothing was imported. Split it and import the parts.',
} as const;

const denials = {
  denied: 'The sign-in was refused, or cancelled on the page of the provider. Try again, or choose another way.',
  'consent-needed': 'The provider asks for a permission that was not given. Sign in again and allow it.',
  'admin-needed': 'Your organisation lets only an administrator allow this app. Ask them, or choose another way.',
  temporary: 'The provider has a problem just now. Try again in a few minutes.',
  'set-up':
    'The provider does not know Switchboard by what is set up. Check the client ID and the rest in Settings > Verification.',
  other: 'The provider refused the sign-in. Try again, or choose another way.',
} as const;

const invalidAnswers = {
  token: 'The answer of the provider could not be trusted, so nothing was changed. Try again.',
  clock: 'The answer of the provider is not valid at the time of this computer. Set its clock, and try again.',
  issuer:
    'Another provider answered than the one that was asked, so nothing was changed. Check the set-up in Settings > Verification.',
} as const;

const settingWords: Record<SettingProblem, string> = {
  empty: 'This is needed. Fill it in.',
  'too-long': 'This is too long. Shorten it.',
  'not-a-host': 'Enter the name of a server, like smtp.example.com.',
  'not-a-port': 'Enter a port from 1 to 65535; 465 and 587 are usual.',
  'not-an-email': 'Enter an email address, like name@example.com.',
  'not-a-sender': 'Enter a phone number with + and the country code, or the sender that your provider gave you.',
  'not-https': 'Enter an address that begins with https://.',
  'not-a-certificate': 'This is not a certificate. Paste all of it, from -----BEGIN CERTIFICATE----- on.',
  'not-a-client-id':
    'A client ID looks like 1b2c3d4e-0000-0000-0000-000000000000. Copy it from the page of the app registration.',
  'not-a-tenant': 'Enter common, organizations, consumers, or the id or domain of your organisation.',
  'not-an-account-sid': 'An account SID begins with AC and has 34 characters. Copy it from the Twilio console.',
  'not-a-key-sid': 'The SID of an API key begins with SK and has 34 characters. Leave it empty to use the auth token.',
  'not-a-connection-string': 'Paste the whole connection string, like endpoint=https://...;accesskey=...',
  'key-too-short': 'Use at least 32 characters, chosen at random.',
  'not-a-limit': 'Enter a number from 1 to 1000.',
  'no-such-account': 'This account is no longer here. Choose another one.',
  'account-cannot-send': 'This account has not allowed Switchboard to send codes yet. Let it sign in for that first.',
  'plain-only-here': 'Without encryption only a server on this computer can be used. Choose TLS or STARTTLS.',
};

const patternWords: Record<PatternProblem, string> = {
  empty: 'Enter the name of a site, like contoso.sharepoint.com.',
  'too-long': 'This is too long. Shorten it, for example to the name of the site.',
  'not-https': 'Only addresses that begin with https:// are opened. Leave the beginning out.',
  'not-a-host': 'This is not the name of a site. Enter it like contoso.sharepoint.com.',
  'has-credentials': 'A site has no user name in it. Leave out everything up to the @.',
  'has-query': 'What follows a ? or # is not looked at. Leave it out.',
  'star-in-host': 'A * can only stand first in the name of a site, with a dot after it: *.sharepoint.com.',
  'star-in-path': 'After the name of the site, a * can only stand at the end: dev.azure.com/contoso/*.',
};

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

/** How many tries a code has left. */
export function triesLeftWords(count: number): string {
  return count === 1 ? 'You have 1 try left.' : `You have ${count} tries left.`;
}
