import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChallengeId } from '../../../shared/domain/challenge.ts';
import { createSystemRandom } from '../../../main/system.ts';
import { hashCode, isUnder, makeCode, normalizeCode, sameHash } from '../../../main/verification/codes.ts';
import { heldRandom } from '../../support/random.ts';

test('a million codes: each digit equally likely at each place', () => {
  const random = createSystemRandom();
  const counts = Array.from({ length: 6 }, () => Array.from({ length: 10 }, () => 0));
  for (let index = 0; index < 1_000_000; index += 1) {
    const code = makeCode(random);
    for (const [place, row] of counts.entries()) row[Number(code[place])] = (row[Number(code[place])] ?? 0) + 1;
  }
  for (const row of counts) {
    // Chi square with 9 degrees of freedom; a fair source is beyond 39.3 once in 100,000 times.
    expect(row.reduce((sum, count) => sum + (count - 1e5) ** 2 / 1e5, 0)).toBeLessThan(39.3);
  }
});

test('leading zeros are kept', () => {
  expect(makeCode({ ...heldRandom(), integer: () => 42 })).toBe('000042');
});

test('a code of one challenge, identifier or purpose is of no use for another', () => {
  const key = randomBytes(32);
  const random = heldRandom();
  const challenges = Array.from({ length: 100 }, (_, index) => ({
    id: ChallengeId.parse(random.uuid()),
    identifier: `person${index % 50}@example.com`,
    purpose: index % 2 === 0 ? ('link' as const) : ('sign-in' as const),
  }));
  const hashes = challenges.map((challenge) => hashCode(key, challenge, '123456'));
  const accepted = hashes.flatMap((one, i) => hashes.filter((other, j) => i !== j && sameHash(one, other)));
  expect(accepted).toHaveLength(0);
  const first = { id: ChallengeId.parse(random.uuid()), identifier: 'maria@example.com', purpose: 'link' } as const;
  const hash = hashCode(key, first, '123456');
  expect(sameHash(hash, hashCode(key, first, '123456'))).toBe(true);
  expect(sameHash(hash, hashCode(key, { ...first, purpose: 'sign-in' }, '123456'))).toBe(false);
  expect(sameHash(hash, hashCode(key, { ...first, identifier: 'other@example.com' }, '123456'))).toBe(false);
  expect(sameHash(hash, hashCode(randomBytes(32), first, '123456'))).toBe(false);
  expect(isUnder(key, hash)).toBe(true);
  expect(isUnder(Buffer.alloc(32), hash)).toBe(false);
});

test.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['123-456', '123456'],
  ['123\u2013456\n', '123456'],
  ['\u200b12\u00a034\u202f56', '123456'],
  ['１２３４５６', '123456'],
  ['12345', null],
  ['1234567', null],
  ['12a456', null],
  ['', null],
  ['١٢٣٤٥٦', null],
])('%j typed is %j', (typed, code) => expect(normalizeCode(typed)).toBe(code));

test('whatever is typed, a code is six ASCII digits or none', () => {
  const unit = fc.constantFrom(...Array.from('0123456789 -–\u00a0\u200bx１٣'));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit, maxLength: 12 }), fc.string({ unit: 'binary' })), (typed) => {
      const code = normalizeCode(typed);
      expect(code === null || /^[0-9]{6}$/.test(code)).toBe(true);
    }),
    { numRuns: 100_000, seed: 20261123 },
  );
});
