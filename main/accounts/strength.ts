import { ProofStrength } from '../../shared/domain/names.ts';
import { strengthOfCarrier } from '../delivery/strength.ts';
import type { StoredProof } from '../store/proofs.ts';

/** How strong a proof is. */
export function strengthOf(proof: StoredProof): ProofStrength {
  return proof.method === 'sign-in' ? 'sign-in' : strengthOfCarrier(proof.carrier);
}

const rank = (proof: StoredProof) => ProofStrength.options.indexOf(strengthOf(proof));

/** The strongest of an account's proofs (oldest first), and of those the last. */
export function bestProof(proofs: readonly StoredProof[]): StoredProof | undefined {
  return proofs.reduce<StoredProof | undefined>(
    (best, proof) => (best === undefined || rank(proof) >= rank(best) ? proof : best),
    undefined,
  );
}
