import { describe, expect, test } from 'vitest';
import { keptWords } from '../../../renderer/pages/settings/verification/secrets/words.ts';
import { groups, outcomeWords, stateOf } from '../../../renderer/pages/settings/verification/words.ts';
import type { SecretsState } from '../../../shared/domain/secrets.ts';
import { SendFailure } from '../../../shared/domain/challenge.ts';
import { ProofStrength } from '../../../shared/domain/names.ts';
import type { ShownWay } from '../../../shared/domain/way.ts';
import { account } from '../../support/accounts.ts';

const webhook: ShownWay = {
  name: 'webhook',
  strength: 'text-message',
  setUp: { name: 'webhook', address: 'https://a.test', perMonth: 1 },
  secret: 'kept',
  lastTest: null,
};
const sender = account(1);
const graph: ShownWay = {
  ...webhook,
  name: 'graph',
  strength: 'email',
  setUp: { name: 'graph', accountId: sender.id },
};

describe('how a way stands', () => {
  test('the ways stand in groups, the strongest first', () => {
    const strengths = ProofStrength.exclude(['practice']).options.toReversed();
    expect(groups.map(({ strength }) => strength)).toEqual(strengths);
  });

  test.each<[ShownWay, string]>([
    [{ ...webhook, setUp: null, secret: 'not-needed' }, 'Not set up'],
    [webhook, 'Ready'],
    [{ ...webhook, secret: 'in-memory' }, 'Ready until Switchboard quits'],
    [{ ...webhook, secret: 'missing' }, 'Signing key needed again'],
    [{ ...webhook, secret: 'locked' }, 'Locked'],
    [graph, 'Ready'],
    [{ ...graph, secret: 'missing' }, 'Allow sending again'],
  ])('%# is said in words', (way, words) => {
    expect(stateOf(way, [sender]).text).toBe(words);
  });

  test('an account that has to sign in again says so where it sends the codes, and nowhere else', () => {
    const accounts = [{ ...sender, signInAgain: true }];
    expect(stateOf(graph, accounts)).toEqual({ text: 'Account has to sign in again', tone: 'todo' });
    expect(stateOf(webhook, accounts).text).toBe('Ready');
  });

  test('every failure of a test has words of its own', () => {
    const report = { at: '2026-11-23T20:28:00.000Z', outcome: 'not-sent', said: null } as const;
    const words = SendFailure.options.map((failure) => outcomeWords({ ...report, failure }));
    expect(new Set(words).size).toBe(SendFailure.options.length);
  });
});

describe('how passwords and keys are kept', () => {
  const state: SecretsState = {
    protection: 'memory',
    locked: false,
    keyStore: 'kwallet6',
    problem: null,
    sealedBy: null,
  };

  test('a key store is called by its name', () => {
    const words = keptWords({ ...state, protection: 'key-store', keyStore: 'gnome_libsecret' });
    expect(words.text).toContain('GNOME keyring');
    expect(words.attention).toBe(false);
  });

  test('a key store that changed is called by both names', () => {
    const { text } = keptWords({ ...state, problem: 'changed', sealedBy: 'gnome_libsecret' });
    expect(text).toContain('GNOME keyring');
    expect(text).toContain('KWallet 6');
  });

  test.each(['none', 'no-answer', 'changed', 'unreadable'] as const)(
    'memory only says why and asks for attention: %s',
    (problem) => {
      const { text, attention } = keptWords({ ...state, problem });
      expect(attention).toBe(true);
      expect(text.length).toBeGreaterThan(60);
    },
  );

  test('a passphrase hides neither that the key store changed nor what was sealed by it', () => {
    const words = keptWords({ ...state, protection: 'passphrase', problem: 'changed', sealedBy: 'kwallet5' });
    expect(words.text).toContain('KWallet 5');
    expect(words.attention).toBe(true);
  });

  test('a key store that nobody recognised is not called by a name', () => {
    expect(keptWords({ ...state, keyStore: 'unknown', problem: 'no-answer' }).text).toMatch(
      /^The key store of this computer did not answer/,
    );
  });

  test('a passphrase asks for attention only while locked', () => {
    expect(keptWords({ ...state, protection: 'passphrase', locked: true }).attention).toBe(true);
    expect(keptWords({ ...state, protection: 'passphrase' }).attention).toBe(false);
  });
});
