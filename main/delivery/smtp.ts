import { assertNever } from '../../shared/assert-never.ts';
import { findAccount } from '../store/accounts.ts';
import { findSetUp } from '../store/ways.ts';
import { notSent, type Carrier, type Outcome, type Parcel } from './carrier.ts';
import type { CarrierParts } from './carriers.ts';
import { sendWithToken } from './send-with-token.ts';
import { sendBySmtp, type SmtpLogin } from './smtp-conversation.ts';

/** Mail through an SMTP server that the person set up. */
export function createSmtpCarrier(parts: CarrierParts): Carrier {
  return { name: 'smtp', send: (parcel) => send(parts, parcel) };
}

async function send({ store, vault, tokens, random, clock }: CarrierParts, parcel: Parcel): Promise<Outcome> {
  const setUp = findSetUp(store.read, 'smtp');
  if (setUp === null) return notSent('not-set-up');
  const { login, from } = setUp;
  const { identifier, message, signal } = parcel;
  const attempt = (given: SmtpLogin | null) => {
    const mail = { from, to: identifier.address, message, id: random.uuid(), date: new Date(clock.now()) };
    return sendBySmtp({ ...setUp, login: given }, mail, signal);
  };
  switch (login.kind) {
    case 'none':
      return attempt(null);
    case 'password': {
      await vault.ready();
      const pass = vault.read({ owner: 'smtp', purpose: 'password' });
      return pass === null ? notSent('secret-missing') : attempt({ user: login.user, pass });
    }
    case 'account': {
      const account = findAccount(store.read, login.accountId);
      const user = account?.identifierKind === 'email' ? account.address : from;
      const grant = { account: login.accountId, use: 'smtp-mail', signal } as const;
      return withoutPassword(await sendWithToken(tokens, grant, (token) => attempt({ user, token })));
    }
    default:
      return assertNever(login);
  }
}

/** Where no password was given, the words about passwords would mislead. */
function withoutPassword(outcome: Outcome): Outcome {
  const isAboutPasswords = outcome.kind === 'not-sent' && outcome.reason === 'passwords-ended';
  return isAboutPasswords ? { ...outcome, reason: 'set-up-wrong' } : outcome;
}
