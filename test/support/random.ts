import type { Random } from '../../main/ports.ts';
import { seededRandom } from './seeded.ts';

/** Randomness that is the same in every run with the same seed. */
export function heldRandom(seed = 1): Random {
  const next = seededRandom(seed);
  const bytes = (count: number) => Buffer.from(Array.from({ length: count }, () => next(256)));
  return {
    bytes,
    integer: next,
    uuid() {
      const hex = bytes(16).toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}
