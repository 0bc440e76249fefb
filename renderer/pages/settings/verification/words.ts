import type { Account } from '../../../../shared/domain/account.ts';
import type { ProofStrength } from '../../../../shared/domain/names.ts';
import type { SetUpName, ShownWay, TestReport } from '../../../../shared/domain/way.ts';
import { senderOf } from '../../../../shared/sender-of.ts';
import { clock } from '../../../../shared/words/clock.ts';
import { sendFailureWords } from '../../../words/en.ts';

/** The ways in groups, the strongest first. */
export const groups: readonly { title: string; note: string; strength: ProofStrength }[] = [
  {
    title: 'Sign in',
    note: 'The strongest proof: whoever runs the account says who signed in.',
    strength: 'sign-in',
  },
  {
    title: 'Email',
    note: 'Proves that you read the mail of an address.',
    strength: 'email',
  },
  {
    title: 'Text messages',
    note: 'Proves that you have a phone at hand. Numbers can be taken over, so this is the weakest.',
    strength: 'text-message',
  },
];

interface Description {
  title: string;
  /** What it is, in a line. */
  about: string;
  /** What its secret is called; empty where it has none. */
  secret: string;
}

/** What each way is. */
export const descriptions: Readonly<Record<SetUpName, Description>> = {
  microsoft: {
    title: 'Sign in with Microsoft',
    about: 'Personal, work and school accounts sign in in your browser.',
    secret: '',
  },
  openid: {
    title: 'Sign in with another provider',
    about: 'Accounts of any OpenID Connect provider sign in.',
    secret: '',
  },
  graph: { title: 'Microsoft Graph', about: 'A signed-in Microsoft account sends the codes. No password.', secret: '' },
  smtp: {
    title: 'SMTP server',
    about: 'The mail server of your provider or company sends the codes.',
    secret: 'Password',
  },
  twilio: {
    title: 'Twilio',
    about: 'Needs an account with Twilio, which charges for each message.',
    secret: 'Auth token',
  },
  azure: {
    title: 'Azure Communication Services',
    about: 'Needs a resource in Azure, which charges for each message.',
    secret: 'Connection string',
  },
  webhook: { title: 'Webhook', about: 'A server of your own sends the messages.', secret: 'Signing key' },
};

/** How a way stands: in words, and whether something is to be done. */
export function stateOf(
  { name, setUp, secret }: ShownWay,
  accounts: readonly Account[],
): { text: string; tone: 'off' | 'ready' | 'todo' } {
  if (setUp === null) return { text: 'Not set up', tone: 'off' };
  const sender = senderOf(setUp);
  if (accounts.some(({ id, signInAgain }) => id === sender && signInAgain))
    return { text: 'Account has to sign in again', tone: 'todo' };
  switch (secret) {
    case 'missing':
      return { text: sender ? 'Allow sending again' : `${descriptions[name].secret} needed again`, tone: 'todo' };
    case 'locked':
      return { text: 'Locked', tone: 'todo' };
    case 'in-memory':
      return { text: 'Ready until Switchboard quits', tone: 'ready' };
    default:
      return { text: 'Ready', tone: 'ready' };
  }
}

/** What a test found, in words. */
export function outcomeWords({ outcome, failure }: TestReport): string {
  if (outcome === 'sent') return 'The server took the message. Look whether it arrived.';
  if (outcome === 'unsure') return 'The connection ended before the server answered. The message may still arrive.';
  return failure === null ? 'The message was not sent.' : sendFailureWords[failure];
}

const outcomes = { sent: 'sent', unsure: 'unsure', 'not-sent': 'failed' } as const;

/** `Last test: sent, 12:03.` */
export function lastTestWords({ outcome, at }: TestReport): string {
  return `Last test: ${outcomes[outcome]}, ${clock(at)}.`;
}

/** What the field of a secret says of the one there is. */
export const secretHints: Readonly<Record<ShownWay['secret'], string>> = {
  'not-needed': '',
  kept: 'Leave empty to keep the one there is.',
  'in-memory': 'Kept until Switchboard quits. Leave empty to keep the one there is.',
  missing: 'What was kept is not there any more. Enter it again.',
  locked: 'Locked. Unlock your passwords and keys under Verification first.',
};

export const words = {
  lead: 'Here you set up how Switchboard proves that an email address or phone number is yours. One way is enough; without any, codes go to the local mailbox, which proves nothing.',
  setUp: 'Set up',
  change: 'Change',
  back: 'Verification',
  save: 'Save',
  saved: 'Saved.',
  savedOf: (title: string) => `${title} is saved.`,
  remove: 'Remove',
  removed: (title: string) => `${title} is no longer set up.`,
  removeTitle: (title: string) => `Remove ${title}?`,
  removeLead:
    'What you set up here is forgotten, with its password or key. Accounts that were proven this way stay as they are.',
  unsaved: 'Not saved yet. It stays here while you look elsewhere; a password or key does not.',
} as const;
