import type { SmtpSetUp } from '../../shared/domain/way.ts';
import { findAccount } from '../store/accounts.ts';
import { findSetUp } from '../store/ways.ts';
import type { Carrier, Outcome, Parcel } from './carrier.ts';
import type { CarrierParts } from './carriers.ts';
import { sendBySmtp, type SmtpLogin } from './smtp-conversation.ts';

/** What an account's token is for. */
const USE = 'smtp-mail';

/** Mail through an SMTP server that the person set up. */
export function createSmtpCarrier({ store, vault, tokens, random, clock }: CarrierParts): Carrier {
  async function attempt(setUp: SmtpSetUp, { identifier, message, signal }: Parcel): Promise<Outcome> {
    const login = await loginOf(setUp);
    if (login !== null && 'kind' in login) return login;
    const mail = { from: setUp.from, to: identifier.address, message, id: random.uuid() };
    return sendBySmtp({ ...setUp, login }, { ...mail, date: new Date(clock.now()) }, signal);
  }

  /** The login there is now, or what becomes of the mail without one. */
  async function loginOf({ login, from }: SmtpSetUp): Promise<SmtpLogin | null | Outcome> {
    if (login.kind === 'none') return null;
    if (login.kind === 'password') {
      await vault.ready();
      const pass = vault.read({ owner: 'smtp', purpose: 'password' });
      return pass === null ? { kind: 'not-sent', reason: 'secret-missing' } : { user: login.user, pass };
    }
    const token = await tokens.access(login.accountId, USE);
    if (!token.ok) {
      const retry = token.reason === 'unreachable' ? { retry: { after: null } } : {};
      return { kind: 'not-sent', reason: token.reason, ...retry };
    }
    const account = findAccount(store.read, login.accountId);
    return { user: account?.identifierKind === 'email' ? account.address : from, token: token.value };
  }

  return {
    name: 'smtp',
    async send(parcel) {
      const setUp = findSetUp(store.read, 'smtp');
      if (setUp === null) return { kind: 'not-sent', reason: 'not-set-up' };
      const { login } = setUp;
      const outcome = await attempt(setUp, parcel);
      if (login.kind !== 'account') return outcome;
      if (outcome.kind !== 'not-sent' || outcome.reason !== 'login-refused') return withoutPassword(outcome);
      // A token may end before its time: once more, with a fresh one.
      tokens.forget(login.accountId, USE);
      return withoutPassword(await attempt(setUp, parcel));
    },
  };
}

/** What a refused login means where no password was given: the words about passwords would mislead. */
function withoutPassword(outcome: Outcome): Outcome {
  if (outcome.kind !== 'not-sent') return outcome;
  if (outcome.reason === 'login-refused') return { ...outcome, reason: 'sign-in-again' };
  return outcome.reason === 'passwords-ended' ? { ...outcome, reason: 'set-up-wrong' } : outcome;
}
