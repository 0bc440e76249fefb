import type { Handlers } from '../../shared/ipc/contract.ts';
import { ok } from '../../shared/errors.ts';
import { confirm } from '../accounts/confirm.ts';
import { eraseEverything, type Erasable } from '../accounts/erase-everything.ts';
import { link } from '../accounts/link.ts';
import { makePrimary } from '../accounts/make-primary.ts';
import { move } from '../accounts/move.ts';
import { openService } from '../accounts/open-service.ts';
import { rename } from '../accounts/rename.ts';
import { setKind } from '../accounts/set-kind.ts';
import { signIn } from '../accounts/sign-in.ts';
import type { Snapshots } from '../accounts/snapshot.ts';
import { switchTo } from '../accounts/switch.ts';
import type { Ports } from '../ports.ts';
import { cancelChallenge, resendCode } from '../verification/workflow.ts';

/** What the commands reach. */
export interface HandlerParts extends Erasable, Pick<Ports, 'environment'> {
  snapshots: Snapshots;
}

/** One line a command: from the contract to the rule. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { removals, mailbox, preferences, environment } = parts;
  return {
    app: {
      snapshot: ({ topics }) => ok(parts.snapshots.read(topics)),
      environment: () => ok(environment()),
    },
    accounts: {
      signIn: (input) => signIn(parts, input),
      link: (input) => link(parts, input),
      switchTo: (input) => switchTo(parts, input),
      rename: (input) => rename(parts, input),
      setKind: (input) => setKind(parts, input),
      makePrimary: (input) => makePrimary(parts, input),
      move: (input) => move(parts, input),
      remove: (input) => removals.remove(input),
      undoRemove: (input) => removals.undo(input),
      eraseEverything: () => eraseEverything(parts),
    },
    challenge: {
      submit: (input) => confirm(parts, input),
      resend: ({ challengeId }) => resendCode(parts, challengeId),
      cancel: ({ challengeId }) => cancelChallenge(parts, challengeId),
    },
    mailbox: { list: () => ok([...mailbox.list()]) },
    services: { open: (input) => openService(parts, input) },
    preferences: {
      read: () => ok(preferences.read()),
      change: (patch) => preferences.change(patch),
    },
  };
}
