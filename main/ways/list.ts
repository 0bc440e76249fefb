import type { ProofStrength } from '../../shared/domain/names.ts';
import { SetUpName, type SetUp, type ShownWay, type TestReport } from '../../shared/domain/way.ts';
import { strengthOfCarrier } from '../delivery/strength.ts';
import type { WayParts } from './parts.ts';
import { secretNameOf, setUpOf } from './set-up.ts';

/** Every way that can be set up, strongest first (security: C15). `tests` are the last ones since the start. */
export async function listWays(parts: WayParts, tests: ReadonlyMap<SetUpName, TestReport>): Promise<ShownWay[]> {
  await parts.vault.ready();
  return SetUpName.options.map((name) => {
    const setUp = setUpOf(parts, name);
    // A set-up may go in other ways than by being forgotten: with its account, or with everything.
    const lastTest = setUp === null ? null : (tests.get(name) ?? null);
    return { name, strength: strengthOf(name), setUp, secret: secretOf(parts, setUp), lastTest };
  });
}

function strengthOf(way: SetUpName): ProofStrength {
  return way === 'microsoft' || way === 'openid' ? 'sign-in' : strengthOfCarrier(way);
}

/** How the secret of a way is there. The vault never had it, or lost it: the person has to give it again either way. */
export function secretOf({ vault }: Pick<WayParts, 'vault'>, setUp: SetUp | null): ShownWay['secret'] {
  const name = setUp === null ? null : secretNameOf(setUp);
  if (name === null) return 'not-needed';
  const presence = vault.presence(name);
  return presence === 'none' ? 'missing' : presence;
}
