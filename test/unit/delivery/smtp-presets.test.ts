import { expect, test } from 'vitest';
import { isHost } from '../../../main/ways/fields.ts';
import { smtpPresets } from '../../../shared/smtp-presets.ts';

test('each preset is found by its id and by its host, and its host may be saved', () => {
  for (const key of ['id', 'host', 'name'] as const) {
    expect(new Set(smtpPresets.map((preset) => preset[key])).size).toBe(smtpPresets.length);
  }
  expect(smtpPresets.filter(({ host }) => !isHost(host))).toEqual([]);
});

test('the ports are those of the encryption (RFC 8314, section 3.3), except on this computer', () => {
  const others = smtpPresets.filter(({ host }) => host !== '127.0.0.1');
  expect(others.filter(({ tls, port }) => port !== (tls === 'implicit' ? 465 : 587))).toEqual([]);
});

test('a provider that does not take the password of the mailbox says so', () => {
  expect(smtpPresets.filter(({ login, note }) => login !== 'password' && note === null)).toEqual([]);
});
