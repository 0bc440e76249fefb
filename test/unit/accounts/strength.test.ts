import { expect, test } from 'vitest';
import { CarrierName, ProofStrength } from '../../../shared/domain/names.ts';
import { bestProof, strengthOf } from '../../../main/accounts/strength.ts';
import type { StoredProof } from '../../../main/store/proofs.ts';
import { accountId, proofId } from '../../support/ids.ts';
import { seededRandom } from '../../support/seeded.ts';

const provenAt = '2026-11-23T20:00:00.000Z';

function byCode(n: number, carrier: CarrierName): StoredProof {
  return { id: proofId(n), accountId: accountId(1), provenAt, method: 'code', carrier, challengeId: null };
}

function bySignIn(n: number): StoredProof {
  const person = { issuer: 'https://issuer.example', subject: 'x', tenant: null, objectId: null };
  return { id: proofId(n), accountId: accountId(1), provenAt, method: 'sign-in', ...person };
}

test.each([
  [byCode(1, 'local-mailbox'), 'practice'],
  [byCode(1, 'twilio'), 'text-message'],
  [byCode(1, 'azure'), 'text-message'],
  [byCode(1, 'webhook'), 'text-message'],
  [byCode(1, 'smtp'), 'email'],
  [byCode(1, 'graph'), 'email'],
  [bySignIn(1), 'sign-in'],
] as const)('a proof by %o counts as %s', (proof, strength) => expect(strengthOf(proof)).toBe(strength));

const rank = (proof: StoredProof) => ProofStrength.options.indexOf(strengthOf(proof));

test('of any proofs the strongest is shown, and of those the last', () => {
  const random = seededRandom(7);
  const makers = [bySignIn, ...CarrierName.options.map((carrier) => (n: number) => byCode(n, carrier))];
  for (let round = 0; round < 2_000; round += 1) {
    const proofs = Array.from({ length: 1 + random(6) }, (_, n) => makers[random(makers.length)]?.(n) ?? bySignIn(n));
    const best = bestProof(proofs);
    const strongest = Math.max(...proofs.map(rank));
    expect(best).toBe(proofs.findLast((proof) => rank(proof) === strongest));
  }
});

test('no proof is shown where there is none', () => expect(bestProof([])).toBeUndefined());
