import type { SetUp, SetUpName } from '../../shared/domain/way.ts';
import { senderOf } from '../../shared/sender-of.ts';
import { findPresent } from '../accounts/change.ts';
import { lostUses } from '../accounts/sender.ts';
import { setSignInAgain } from '../store/accounts.ts';
import type { WriteTx } from '../store/database.ts';
import { deleteSetUp, findSetUp } from '../store/ways.ts';
import { cancelOpen } from './cancel-open.ts';
import type { WayParts } from './parts.ts';
import { secretNameOf } from './set-up.ts';

/** Forgets how a way is set up, and its secret: they leave the files, copies as well (security: S16). Answers whether it was. */
export function forgetWay(parts: WayParts, name: SetUpName): boolean {
  const { store, log } = parts;
  const setUp: SetUp | null = findSetUp(store.read, name);
  if (setUp === null) return false;
  store.erase((tx) => {
    deleteSetUp(tx, name);
    forgetSecret(parts, tx, setUp);
    cancelOpen(parts, tx, ({ carrier }) => carrier === name);
  });
  log.event('way-forgotten', { way: name });
  return true;
}

/** Forgets the secret that a set-up used until now, in the caller's write: a token goes with what needed it. */
export function forgetSecret(parts: WayParts, tx: WriteTx, setUp: SetUp): void {
  const { vault, tokens } = parts;
  const name = secretNameOf(setUp);
  if (name === null) return;
  const { owner, purpose } = name;
  vault.drop(tx, owner, purpose);
  const sender = senderOf(setUp);
  if (sender === null || purpose === 'password') return;
  const isWhole = lostUses(parts, tx, sender).length === 0;
  if (isWhole && findPresent(tx, sender)?.signInAgain) setSignInAgain(tx, sender, false);
  tx.afterCommit(() => tokens.forget(sender, purpose));
}
