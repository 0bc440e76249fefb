import type { SetUp, SmtpSetUp } from '../../../../shared/domain/way.ts';
import { ok, refuse, type Result } from '../../../../shared/errors.ts';
import type { Client } from '../../../../shared/ipc/contract.ts';

/** A set-up as it is given to main. */
type NewSetUp = Parameters<Client['ways']['save']>[0]['setUp'];

/** How a form stands for a set-up: a text by field, the fields called as main calls them in its refusals. */
export interface Codec<F extends string> {
  /** What stands in the fields at first. */
  fields(saved: SetUp | null): Readonly<Record<F, string>>;
  setUp(fields: Readonly<Record<F, string>>): Result<NewSetUp, 'setting-invalid'>;
}

/** What was typed as a number; 0, which main refuses in words, where it is none. */
function whole(text: string): number {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : 0;
}

/** The schema takes only an account's id, so that nothing chosen never reaches main. */
const noAccount = () => refuse('setting-invalid', { field: 'accountId', problem: 'empty' });

const PER_MONTH = '50';

export const microsoftCodec: Codec<'clientId' | 'tenant'> = {
  fields: (saved) => (saved?.name === 'microsoft' ? saved : { clientId: '', tenant: 'common' }),
  setUp: ({ clientId, tenant }) => ok({ name: 'microsoft', clientId, tenant }),
};

export const openIdCodec: Codec<'label' | 'issuer' | 'clientId' | 'mailScope'> = {
  fields: (saved) => (saved?.name === 'openid' ? saved : { label: '', issuer: '', clientId: '', mailScope: '' }),
  setUp: ({ label, issuer, clientId, mailScope }) => ok({ name: 'openid', label, issuer, clientId, mailScope }),
};

export const graphCodec: Codec<'accountId'> = {
  fields: (saved) => ({ accountId: saved?.name === 'graph' ? saved.accountId : '' }),
  setUp: ({ accountId }) => (accountId === '' ? noAccount() : ok({ name: 'graph', accountId })),
};

export type SmtpField = 'host' | 'port' | 'tls' | 'login' | 'user' | 'accountId' | 'from' | 'certificateAuthority';

export const smtpCodec: Codec<SmtpField> = {
  fields(saved) {
    const {
      host = '',
      port = 587,
      tls = 'starttls',
      login = { kind: 'password', user: '' },
      from = '',
      certificateAuthority = '',
    }: Partial<SmtpSetUp> = saved?.name === 'smtp' ? saved : {};
    const user = login.kind === 'password' ? login.user : '';
    const accountId = login.kind === 'account' ? login.accountId : '';
    return { host, port: String(port), tls, login: login.kind, user, accountId, from, certificateAuthority };
  },
  setUp({ host, port, tls, login, user, accountId, from, certificateAuthority }) {
    if (login === 'account' && accountId === '') return noAccount();
    return ok({
      name: 'smtp',
      host,
      port: whole(port),
      tls: tls === 'implicit' || tls === 'none' ? tls : 'starttls',
      login:
        login === 'account'
          ? { kind: 'account', accountId }
          : login === 'none'
            ? { kind: 'none' }
            : { kind: 'password', user },
      from,
      certificateAuthority,
    });
  },
};

export const twilioCodec: Codec<'accountSid' | 'keySid' | 'from' | 'perMonth'> = {
  fields(saved) {
    if (saved?.name !== 'twilio') return { accountSid: '', keySid: '', from: '', perMonth: PER_MONTH };
    return { ...saved, perMonth: String(saved.perMonth) };
  },
  setUp: ({ accountSid, keySid, from, perMonth }) =>
    ok({ name: 'twilio', accountSid, keySid, from, perMonth: whole(perMonth) }),
};

export const azureCodec: Codec<'from' | 'perMonth'> = {
  fields: (saved) =>
    saved?.name === 'azure'
      ? { from: saved.from, perMonth: String(saved.perMonth) }
      : { from: '', perMonth: PER_MONTH },
  setUp: ({ from, perMonth }) => ok({ name: 'azure', from, perMonth: whole(perMonth) }),
};

export const webhookCodec: Codec<'address' | 'perMonth'> = {
  fields: (saved) =>
    saved?.name === 'webhook'
      ? { address: saved.address, perMonth: String(saved.perMonth) }
      : { address: '', perMonth: PER_MONTH },
  setUp: ({ address, perMonth }) => ok({ name: 'webhook', address, perMonth: whole(perMonth) }),
};
