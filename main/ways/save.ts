import type { SetUp } from '../../shared/domain/way.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import { timestamp } from '../accounts/parts.ts';
import { reaches } from '../delivery/choose.ts';
import type { WriteTx } from '../store/database.ts';
import { findSetUp, saveSetUp } from '../store/ways.ts';
import { cancelOpen } from './cancel-open.ts';
import { secretProblem } from './check-secret.ts';
import { fieldProblem } from './check.ts';
import { forgetSecret } from './forget.ts';
import type { WayParts } from './parts.ts';
import { secretNameOf, takesSecret } from './set-up.ts';
import { tidy, tidySecret } from './tidy.ts';

/** Why a way is not set up so. */
export type SaveRefusal = 'setting-invalid' | 'secrets-locked';

/** Sets a way up, or changes that: set-up and secret are one write, both or neither. */
export async function saveWay(
  parts: WayParts,
  input: { setUp: SetUp; secret: string | null },
): Promise<Result<Done, SaveRefusal>> {
  const { store, vault } = parts;
  await vault.ready();
  const setUp = tidy(input.setUp);
  const secret = takesSecret(setUp) ? tidySecret(setUp.name, input.secret) : null;
  const before = findSetUp(store.read, setUp.name);
  const problem = fieldProblem(parts, store.read, setUp) ?? secretProblem(parts, { setUp, before, secret });
  if (problem !== null) return refuse('setting-invalid', problem);
  const change = (tx: WriteTx) => keep(parts, tx, { setUp, before, secret });
  // A secret that is of no use any more leaves the files as one that is forgotten does (security: S16).
  return losesSecret(before, setUp) ? store.erase(change) : store.write(change);
}

interface Saved {
  setUp: SetUp;
  before: SetUp | null;
  secret: string | null;
}

function keep(parts: WayParts, tx: WriteTx, { setUp, before, secret }: Saved): Result<Done, 'secrets-locked'> {
  const name = secretNameOf(setUp);
  if (name !== null && secret !== null) {
    const put = parts.vault.put(tx, name, secret);
    if (!put.ok) return put;
  }
  saveSetUp(tx, setUp, timestamp(parts));
  if (before !== null && losesSecret(before, setUp)) forgetSecret(parts, tx, before);
  const way = setUp.name;
  if (way !== 'microsoft' && way !== 'openid') {
    cancelOpen(parts, tx, ({ carrier, identifierKind }) => carrier === 'local-mailbox' && reaches(way, identifierKind));
  }
  tx.afterCommit(() => parts.log.event('way-saved', { way }));
  return ok({});
}

/** Whether the secret of the former set-up is that of the new one no longer. */
function losesSecret(before: SetUp | null, after: SetUp): boolean {
  const name = before === null ? null : secretNameOf(before);
  return name !== null && name.owner !== secretNameOf(after)?.owner;
}
