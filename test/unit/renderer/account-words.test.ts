import { describe, expect, test } from 'vitest';
import { issuerName, proofWords } from '../../../renderer/words/account.ts';
import { channelOf, riskWords, wayWords } from '../../../renderer/words/ways.ts';

describe('who vouches for a sign-in', () => {
  test.each([
    ['https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0', 'Microsoft'],
    ['https://accounts.example.com', 'accounts.example.com'],
    // Only the host tells: a path that looks like Microsoft's is anybody's.
    ['https://evil.example/login.microsoftonline.com', 'evil.example'],
    ['https://login.microsoftonline.com.evil.example/v2.0', 'login.microsoftonline.com.evil.example'],
  ])('%s is %s', (issuer, name) => {
    expect(issuerName(issuer)).toBe(name);
    expect(proofWords({ strength: 'sign-in', issuer })).toBe(`Signed in with ${name}`);
  });
});

test('a way says what it rests on, and a text message that numbers are taken over', () => {
  const way = { name: 'twilio', strength: 'text-message', label: 'Twilio', problem: null } as const;
  expect(wayWords(way)).toBe('A code by text message, by Twilio');
  expect(riskWords(way)).toContain('SIM swap');
  expect(channelOf('twilio')).toBe('text message');
  expect(channelOf('local-mailbox')).toBeNull();
});
