import { describe, expect, test } from 'vitest';
import {
  azureCodec,
  type Codec,
  graphCodec,
  microsoftCodec,
  openIdCodec,
  smtpCodec,
  twilioCodec,
  webhookCodec,
} from '../../../renderer/pages/settings/verification/fields.ts';
import { SetUp, type SmtpSetUp } from '../../../shared/domain/way.ts';
import { accountId } from '../../support/ids.ts';

const smtp: SmtpSetUp = {
  name: 'smtp',
  host: 'smtp.example.com',
  port: 465,
  tls: 'implicit',
  login: { kind: 'password', user: 'ada' },
  from: 'ada@example.com',
  certificateAuthority: 'PEM',
};
const id = accountId(1);

/** The set-up that a form makes of what it shows at first. */
const through =
  <F extends string>({ fields, setUp }: Codec<F>) =>
  (saved: SetUp | null) =>
    setUp(fields(saved));

describe('what stands in the fields of a form', () => {
  test.each<[string, SetUp, ReturnType<typeof through>]>([
    ['microsoft', { name: 'microsoft', clientId: 'id', tenant: 'consumers' }, through(microsoftCodec)],
    [
      'openid',
      { name: 'openid', label: 'A', issuer: 'https://a.test', clientId: 'b', mailScope: 'c' },
      through(openIdCodec),
    ],
    ['graph', { name: 'graph', accountId: id }, through(graphCodec)],
    ['smtp, password', smtp, through(smtpCodec)],
    ['smtp, account', { ...smtp, login: { kind: 'account', accountId: id } }, through(smtpCodec)],
    ['smtp, no sign-in', { ...smtp, tls: 'none', login: { kind: 'none' } }, through(smtpCodec)],
    ['twilio', { name: 'twilio', accountSid: 'AC1', keySid: 'SK1', from: '+1', perMonth: 7 }, through(twilioCodec)],
    ['azure', { name: 'azure', from: '+1', perMonth: 7 }, through(azureCodec)],
    ['webhook', { name: 'webhook', address: 'https://a.test', perMonth: 7 }, through(webhookCodec)],
  ])('is the set-up that it was made from: %s', (_, setUp, formOf) => {
    expect(formOf(setUp)).toEqual({ ok: true, value: setUp });
  });

  test.each([
    ['microsoft', through(microsoftCodec)],
    ['openid', through(openIdCodec)],
    ['smtp', through(smtpCodec)],
    ['twilio', through(twilioCodec)],
    ['azure', through(azureCodec)],
    ['webhook', through(webhookCodec)],
  ])('makes a set-up that main can judge before anything was typed: %s', (_, formOf) => {
    const answer = formOf(null);
    expect(SetUp.safeParse(answer.ok && answer.value).error).toBeUndefined();
  });

  test.each([
    ['587', 587],
    [' 25 ', 25],
    ['', 0],
    ['25a', 0],
    ['1e3', 0],
    ['-1', 0],
    ['9999999999', 0],
  ])('reads the port %j as %i, and main refuses 0 in words', (port, read) => {
    const answer = smtpCodec.setUp({ ...smtpCodec.fields(smtp), port });
    expect(answer).toMatchObject({ ok: true, value: { port: read } });
  });

  test('refuses at the account where none was chosen', () => {
    const refusal = { ok: false, error: { code: 'setting-invalid', field: 'accountId', problem: 'empty' } };
    expect(graphCodec.setUp(graphCodec.fields(null))).toEqual(refusal);
    expect(smtpCodec.setUp({ ...smtpCodec.fields(null), login: 'account' })).toEqual(refusal);
  });
});
